using System.Text.Json;
using Connect.Application.Audit;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Audit;

internal sealed class GetAuditEntryHandler(DbSession db, ICurrentUser user) : IRequestHandler<GetAuditEntry, AuditEntryView>
{
    private const string Columns = $"""
        SELECT e.Id, e.At, e.Actor, e.Action, e.Outcome, e.Reason, e.SubjectKind, e.SubjectId, {AuditList.Subject} AS Subject,
            (SELECT n.Number FROM Account n WHERE n.Id = e.SubjectId) AS SubjectNumber, a.Number AS AccountNumber, a.DisplayName AS Account, e.Address
        FROM AuditEntry e LEFT JOIN Account a ON a.Id = e.AccountId
        WHERE e.Id = @Id AND e.OrganisationId = @organisationId
        """;

    // What no account is known of is for who sees all of them.
    private static readonly Stmt SelectAll = Columns;
    private static readonly Stmt SelectBelow = $"{Columns} AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = e.AccountId)";

    private static readonly Stmt SelectStates = "SELECT BeforeState, AfterState FROM AuditEntry WHERE Id = @Id";

    public async Task<AuditEntryView> Handle(GetAuditEntry request, CancellationToken cancellationToken)
    {
        var parameters = new { request.Id, organisationId = user.Reach.OrganisationId, reachId = user.Reach.AccountId };
        var entry = await db.FirstOrDefaultAsync<AuditEntryView>(user.Reach.IsRoot ? SelectAll : SelectBelow, parameters, cancellationToken) ?? throw new NotFoundException();
        var states = (await db.FirstOrDefaultAsync<States>(SelectStates, new { request.Id }, cancellationToken))!;
        var (before, after) = (Fields(states.BeforeState), Fields(states.AfterState));
        var changes = before.Keys.Union(after.Keys).Select(field => new AuditChange(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)));
        return entry with { Changes = [.. changes.OrderByDescending(change => change.IsChanged)] };
    }

    private static Dictionary<string, string?> Fields(string? state)
    {
        var fields = new Dictionary<string, string?>();
        if (state is not null) Flatten(JsonDocument.Parse(state).RootElement, "", fields);
        return fields;
    }

    private static void Flatten(JsonElement value, string path, Dictionary<string, string?> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", fields);
                break;
            case JsonValueKind.Array:
                fields[path] = string.Join(", ", value.EnumerateArray());
                break;
            default:
                fields[path] = value.ValueKind == JsonValueKind.Null ? null : value.ToString();
                break;
        }
    }

    private sealed record States
    {
        public string? BeforeState { get; init; }
        public string? AfterState { get; init; }
    }
}
