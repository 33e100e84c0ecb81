using Connect.Application.Common.Texts;
using Connect.Application.Search;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Search;

/// <summary>Orders by the first digits of their number, the newest first.</summary>
internal sealed class OrderSearch(DbSession db) : ISearchSource
{
    private const int FewestDigits = 3;

    private static readonly Stmt SelectOrders = Stmt.Top("""
        SELECT o.Number, o.Type, o.State, o.ServiceName
        FROM CustomerOrder o
        WHERE o.Number >= @from AND o.Number < @before AND o.OrganisationId = @organisationId AND o.IsHidden = 0
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = o.AccountId)
        ORDER BY o.Number DESC
        """);

    public SearchKind Kind => SearchKind.Order;
    public Right Right => Right.PlaceOrders;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(AccountReach reach, SearchText text, int take, CancellationToken cancellation)
    {
        var digits = text.Digits;
        if (digits.Length < FewestDigits) return [];
        var rows = await db.ListAsync<Row>(SelectOrders, new { from = digits, before = digits + ":", organisationId = reach.OrganisationId, reachId = reach.AccountId, take }, cancellation);
        return [.. rows.Select(row => row.ToHit())];
    }

    private sealed record Row
    {
        public string Number { get; init; } = "";
        public OrderType Type { get; init; }
        public OrderState State { get; init; }
        public string? ServiceName { get; init; }

        public SearchHit ToHit() => new(Number, Number)
        {
            Detail = string.Join(" · ", new[] { Text.Get($"Orders.Type.{Type}"), ServiceName, Text.Get($"Orders.State.{State}") }.Where(part => !string.IsNullOrEmpty(part))),
        };
    }
}
