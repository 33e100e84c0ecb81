using Connect.Application.Tickets;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Tickets;

internal sealed class TicketFollowers(DbSession db) : ITicketFollowers
{
    private const string From = """
        SELECT u.Id, p.Name, a.DisplayName AS Account
        FROM PortalUser u JOIN ContactPerson p ON p.Id = u.ContactPersonId JOIN Account a ON a.Id = u.AccountId
        WHERE u.OrganisationId = @organisationId AND u.IsActive = 1
          AND EXISTS (SELECT 1 FROM UserRight r WHERE r.UserId = u.Id AND r.RightCode = 10)
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = u.AccountId)
        """;

    private const string Covers = "EXISTS (SELECT 1 FROM AccountTree c WHERE c.AncestorId = u.AccountId AND c.DescendantId = @accountId)";

    private static readonly Stmt SelectAll = Stmt.Top($"{From} AND u.Id <> @userId ORDER BY p.Name, u.Seq");
    private static readonly Stmt SelectOfAccount = Stmt.Top($"{From} AND u.Id <> @userId AND {Covers} ORDER BY p.Name, u.Seq");
    private static readonly Stmt SelectFit = $"{From} AND u.Id IN @userIds AND {Covers}";
    // Whoever comes at the same time waits, and finds them there.
    private static readonly Stmt SelectThere = new("SELECT UserId FROM TicketFollower WHERE TicketId = @ticketId",
        "SELECT UserId FROM TicketFollower WITH (UPDLOCK, HOLDLOCK) WHERE TicketId = @ticketId");


    private static readonly Stmt Delete = """
        DELETE FROM TicketFollower WHERE TicketId = @ticketId AND UserId = @userId
          AND EXISTS (SELECT 1 FROM PortalUser u JOIN AccountTree t ON t.DescendantId = u.AccountId
            WHERE u.Id = TicketFollower.UserId AND u.OrganisationId = @organisationId AND t.AncestorId = @reachId)
        """;

    public Task<IReadOnlyList<Colleague>> ChoicesAsync(AccountReach reach, Guid userId, Guid? accountId, int take, CancellationToken cancellation) => accountId is null
        ? ListAsync(SelectAll, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, userId, take }, cancellation)
        : ListAsync(SelectOfAccount, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, userId, accountId, take }, cancellation);

    public async Task<IReadOnlyList<Guid>> FitAsync(AccountReach reach, Guid accountId, IReadOnlyList<Guid> userIds, CancellationToken cancellation) =>
        [.. (await ListAsync(SelectFit, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, accountId, userIds }, cancellation)).Select(colleague => colleague.Id)];

    public async Task AddAsync(Guid ticketId, IReadOnlyList<Guid> userIds, CancellationToken cancellation)
    {
        var there = await db.ListAsync<Guid>(SelectThere, new { ticketId }, cancellation);
        await db.InsertManyAsync("TicketFollower", ["TicketId", "UserId"], userIds.Except(there).Select(id => (IReadOnlyList<object?>)[ticketId, id]), cancellation);
    }

    public async Task<bool> RemoveAsync(AccountReach reach, Guid ticketId, Guid userId, CancellationToken cancellation) =>
        await db.ExecuteAsync(Delete, new { ticketId, userId, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation) > 0;

    private async Task<IReadOnlyList<Colleague>> ListAsync(Stmt statement, object parameters, CancellationToken cancellation) =>
        [.. (await db.ListAsync<Row>(statement, parameters, cancellation)).Select(row => new Colleague(row.Id, row.Name, row.Account))];

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required string Account { get; init; }
    }
}
