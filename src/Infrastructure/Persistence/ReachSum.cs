using System.Collections;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence;

/// <summary>Counts and sums over the rows within a reach. Every account lies below the root, so an Administratör's need no tree.</summary>
/// <param name="sums">What is counted, with <c>SELECT</c>.</param>
/// <param name="table">Table and alias of rows that belong to an account and an organisation.</param>
/// <param name="where">Which of them; may speak of <c>@today</c>, as the sums may.</param>
internal sealed class ReachSum(string sums, (string Name, string Alias) table, string where) : IEnumerable<Stmt>
{
    private readonly Stmt _all = $"{sums} FROM {table.Name} {table.Alias} WHERE {table.Alias}.OrganisationId = @organisationId AND {where}";

    // From the accounts to their rows: the other way round SQLite reads the whole organisation's for the smallest reach.
    private readonly Stmt _below = $"""
        {sums} FROM AccountTree t CROSS JOIN {table.Name} {table.Alias}
        WHERE t.AncestorId = @reachId AND {table.Alias}.AccountId = t.DescendantId AND {table.Alias}.OrganisationId = @organisationId AND {where}
        """;

    /// <summary>The one row of them.</summary>
    public async Task<TSums> ReadAsync<TSums>(DbSession db, AccountReach reach, DateOnly today, CancellationToken cancellation) where TSums : class =>
        (await db.FirstOrDefaultAsync<TSums>(reach.IsRoot ? _all : _below, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, today }, cancellation))!;

    public IEnumerator<Stmt> GetEnumerator() => ((IEnumerable<Stmt>)[_all, _below]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
