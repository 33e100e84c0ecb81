using Connect.Application.Common.Texts;
using Connect.Application.Search;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Search;

/// <summary>Invoices by their number or OCR number, whole or from its beginning: the newest first.</summary>
internal sealed class InvoiceSearch(DbSession db) : ISearchSource
{
    private const char Last = '\uFFFF';

    /// <summary>Two signs match thousands, and nobody types them to find an invoice.</summary>
    private const int FewestSigns = 3;

    private const string From = "SELECT i.Number, i.PaymentReference, i.InvoicedOn, i.Total, i.Settlement, a.DisplayName AS Account FROM Invoice i JOIN Account a ON a.Id = i.AccountId";
    private const string Reach = "AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = i.AccountId)";

    private static readonly Stmt SelectByNumber = Stmt.Top($"""
        {From} WHERE i.OrganisationId = @organisationId AND i.SearchNumber >= @from AND i.SearchNumber < @before {Reach} ORDER BY i.SearchNumber DESC
        """);

    private static readonly Stmt SelectByReference = Stmt.Top($"""
        {From} WHERE i.OrganisationId = @organisationId AND i.PaymentReference >= @from AND i.PaymentReference < @before {Reach} ORDER BY i.PaymentReference DESC
        """);

    public SearchKind Kind => SearchKind.Invoice;
    public Right Right => Right.ViewInvoices;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(AccountReach reach, SearchText text, int take, CancellationToken cancellation)
    {
        var number = SwedishText.Fold(text.Text);
        if (number.Length < FewestSigns) return [];
        var found = await ReadAsync(SelectByNumber, reach, number, take, cancellation);
        // OCR numbers are written in groups.
        var rest = text.Digits.Length < FewestSigns || found.Count == take ? [] : await ReadAsync(SelectByReference, reach, text.Digits, take, cancellation);
        return [.. found.Concat(rest.Where(hit => found.All(known => known.Number != hit.Number))).Take(take).Select(hit => hit.ToHit(text))];
    }

    private Task<IReadOnlyList<Hit>> ReadAsync(Stmt statement, AccountReach reach, string from, int take, CancellationToken cancellation) =>
        db.ListAsync<Hit>(statement, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, from, before = from + Last, take }, cancellation);

    private sealed record Hit
    {
        public string Number { get; init; } = "";
        public string? PaymentReference { get; init; }
        public DateOnly InvoicedOn { get; init; }
        public Money Total { get; init; }
        public int Settlement { get; init; }
        public string Account { get; init; } = "";

        public SearchHit ToHit(SearchText text) => new(Number, Number)
        {
            Number = text.Digits.Length > 0 && !Number.StartsWith(text.Text, StringComparison.OrdinalIgnoreCase) ? PaymentReference : null,
            Detail = $"{Account} · {Format.Day(InvoicedOn)} · {Format.Money(Total)}",
        };
    }
}
