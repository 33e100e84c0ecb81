using Connect.Application.Search;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Search;

/// <summary>The service that a SIM card is in, by the card's ICC or all but its last digits (ITU-T E.118: issuer first, so fewer digits tell nothing).</summary>
internal sealed class SimCardSearch(DbSession db) : ISearchSource
{
    private const int FewestDigits = 15;

    private static readonly Stmt SelectCards = Stmt.Top("""
        SELECT s.Id, s.UserName, c.Icc, COALESCE(s.PhoneNumber, s.FixedNumber) AS PhoneNumber
        FROM SimCard c JOIN Subscription s ON s.Id = c.SubscriptionId
        WHERE c.Icc >= @from AND c.Icc < @before AND c.OrganisationId = @organisationId AND s.IsHidden = 0
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        ORDER BY c.Icc
        """);

    public SearchKind Kind => SearchKind.SimCard;
    public Right Right => Right.ViewSubscriptions;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(AccountReach reach, SearchText text, int take, CancellationToken cancellation)
    {
        var digits = text.Digits;
        if (digits.Length < FewestDigits || !digits.StartsWith("89", StringComparison.Ordinal)) return [];
        var rows = await db.ListAsync<Card>(SelectCards, new { from = digits, before = digits + ":", organisationId = reach.OrganisationId, reachId = reach.AccountId, take }, cancellation);
        return [.. rows.Select(row => new SearchHit(row.Id.ToString(), row.UserName) { Number = row.Icc, Detail = row.PhoneNumber })];
    }

    private sealed record Card
    {
        public Guid Id { get; init; }
        public string UserName { get; init; } = "";
        public string Icc { get; init; } = "";
        public string? PhoneNumber { get; init; }
    }
}
