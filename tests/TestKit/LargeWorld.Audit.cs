using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class LargeWorld
{
    private const int AuditAtATime = 50_000;
    private static readonly string[] AuditColumns = ["Id", "At", "OrganisationId", "AccountId", "UserId", "Actor", "Action", "Outcome", "Address"];
    private static readonly string[] AuditActions = ["LogIn", "RenameUser", "SetBarrings", "GenerateReport", "ExportList", "RevealSimSecrets"];

    /// <summary>Entries of the audit log by the users that are there on accounts that are there, one a minute up to now; one in fifty is refused or failed.</summary>
    public async Task MakeAuditAsync(DbSession db, int count)
    {
        var (users, accounts) = (await db.ListAsync<Acting>("SELECT Id, UserName FROM PortalUser ORDER BY Seq"), await db.ListAsync<Guid>("SELECT Id FROM Account ORDER BY Seq"));
        for (var from = 0; from < count; from += AuditAtATime)
        {
            var first = from;
            await db.RunAsync(async () =>
            {
                await db.InsertManyAsync("AuditEntry", AuditColumns, Enumerable.Range(first, Math.Min(AuditAtATime, count - first)).Select(i => Entry(users[_random.Next(users.Count)], accounts[i % accounts.Count], i - count, i)), default);
                return true;
            }, default);
        }
    }

    private IReadOnlyList<object?> Entry(Acting user, Guid accountId, int minutes, int i) =>
        [Guid.CreateVersion7(), World.Now.AddMinutes(minutes), OrganisationId, accountId, user.Id, user.UserName, AuditActions[i % AuditActions.Length], _random.Next(50) == 0 ? 2 + _random.Next(2) : 1, "192.0.2.1"];

    private sealed record Acting { public Guid Id { get; init; } public string UserName { get; init; } = ""; }
}
