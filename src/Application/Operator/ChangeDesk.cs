using System.Text.Json;
using Connect.Application.Common.Ports;

namespace Connect.Application.Operator;

/// <summary>A change of something that the operator has too: which fields, from what to what. No secrets.</summary>
/// <param name="Kind">What was done, as its <see cref="IChangeOutcome"/> is named: <c>subscription.user-name</c>.</param>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="Id">Our id of what was changed.</param>
/// <param name="ExternalId">The operator's id of it; null for what was made in the portal and has none yet.</param>
/// <param name="Before">The changed fields as they were; empty for what was made.</param>
/// <param name="After">The same fields as they are now; empty for what was removed.</param>
public sealed record OperatorChange(
    string Kind, Guid OrganisationId, Guid Id, string? ExternalId, IReadOnlyDictionary<string, string?> Before, IReadOnlyDictionary<string, string?> After)
{
    /// <summary>Of one field.</summary>
    public static OperatorChange Of(string kind, Guid organisationId, Guid id, string? externalId, string field, string? before, string? after) =>
        new(kind, organisationId, id, externalId, new Dictionary<string, string?> { [field] = before }, new Dictionary<string, string?> { [field] = after });
}

/// <summary>Puts changes aside for the operator's systems, in the command's transaction. They are sent in the order they were made, each thing's for itself.</summary>
public sealed class ChangeDesk(IWorkQueue work, TimeProvider clock)
{
    public Task TellAsync(OperatorChange change, CancellationToken cancellation) => work.EnqueueAsync(new NewWork(SendChange.KindName, change.Id)
    {
        Payload = JsonSerializer.Serialize(new ToldChange(clock.GetUtcNow(), change), JsonSerializerOptions.Web),
        IdempotencyKey = $"{SendChange.KindName}/{Guid.CreateVersion7():N}",
    }, cancellation);

    /// <summary>The changes of that kind that the operator has not answered yet, in the order they were made.</summary>
    public async Task<IReadOnlyList<ToldChange>> UnderWayAsync(string kind, Guid id, CancellationToken cancellation) =>
        [.. (await work.UnderWayAsync(SendChange.KindName, id, cancellation)).Select(ToldChange.Read).Where(told => told.Change.Kind == kind)];

    /// <summary>
    /// What waits behind a refused change began from what never came to be: it begins from what the operator has, which is also what it goes back to
    /// when it is refused too.
    /// </summary>
    public async Task RefusedAsync(OperatorChange refused, CancellationToken cancellation)
    {
        var open = refused.After.Keys.ToHashSet();
        foreach (var waiting in await work.WaitingAsync(SendChange.KindName, refused.Id, cancellation))
        {
            var told = ToldChange.Read(waiting.Payload!);
            if (told.Change.Kind != refused.Kind || !told.Change.Before.Keys.Any(open.Contains)) continue;
            var before = told.Change.Before.ToDictionary(field => field.Key, field =>
                open.Contains(field.Key) && refused.After[field.Key] == field.Value ? refused.Before.GetValueOrDefault(field.Key) : field.Value);
            await work.ReplaceAsync(waiting.Id, JsonSerializer.Serialize(told with { Change = told.Change with { Before = before } }, JsonSerializerOptions.Web), cancellation);
            open.ExceptWith(told.Change.Before.Keys); // of these, those behind it begin from its own outcome
            if (open.Count == 0) return;
        }
    }
}

/// <summary>What becomes of one kind of change once the operator has answered. One a kind; runs in a transaction and may be called again after a crash.</summary>
public interface IChangeOutcome
{
    string Kind { get; }

    /// <summary>The operator has it.</summary>
    /// <param name="reference">The operator's own id of it; null when none was given.</param>
    Task TakenAsync(OperatorChange change, string? reference, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The operator refused it, or could not be told of it.</summary>
    /// <param name="reason">For users: the operator's words, or one of <see cref="OwnReasons"/>.</param>
    Task RefusedAsync(OperatorChange change, string reason, CancellationToken cancellation);
}

/// <summary>A change as it waits.</summary>
/// <param name="At">When it was made.</param>
public sealed record ToldChange(DateTimeOffset At, OperatorChange Change)
{
    internal static ToldChange Read(string payload) => JsonSerializer.Deserialize<ToldChange>(payload, JsonSerializerOptions.Web)!;
}
