using Connect.Application.Common.Security;
using Connect.Application.Invoices;
using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Invoices;

/// <summary>Reads one invoice whole, within the user's reach.</summary>
internal sealed class InvoiceReader(DbSession db, ICurrentUser user, TimeProvider clock)
{
    private static readonly Stmt SelectFacts = """
        SELECT i.Id, i.Number, i.IsCreditNote, a.Number AS AccountNumber, a.DisplayName AS AccountName, i.InvoicedOn, i.DueOn, i.PeriodFrom, i.PeriodTo,
            i.NetAmount, i.VatAmount, i.Rounding, i.Total, i.Paid, i.Credited, i.Outstanding, i.PaymentReference, i.CustomerReference,
            COALESCE(i.RecipientName, a.Name) AS RecipientName, i.RecipientStreet, i.RecipientPostalCode, i.RecipientCity,
            o.Name AS Organisation, COALESCE(a.OrganisationNumber, o.OrganisationNumber) AS OrganisationNumber,
            CASE WHEN d.InvoiceId IS NULL THEN 0 ELSE 1 END AS HasDocument, d.FileKey, i.CreditsInvoiceId
        FROM Invoice i
        JOIN Account a ON a.Id = i.AccountId
        JOIN Organisation o ON o.Id = i.OrganisationId
        LEFT JOIN InvoiceDocument d ON d.InvoiceId = i.Id
        WHERE i.Number = @number AND i.OrganisationId = @organisationId
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = i.AccountId)
        """;

    // The name on the invoice is that of its day. A service leads to its page where the reader sees it now; of one that is kept out of the portal
    // the line stays, as one of the account.
    private static readonly Stmt SelectLines = """
        SELECT s.Id AS OwnerId, CASE WHEN EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId) THEN s.Id END AS SubscriptionId,
            CASE WHEN s.Id IS NULL AND l.SubscriptionId IS NOT NULL THEN NULL ELSE l.UserName END AS UserName,
            CASE WHEN s.Id IS NULL AND l.SubscriptionId IS NOT NULL THEN NULL ELSE l.PhoneNumber END AS PhoneNumber,
            l.Description, l.Quantity, l.Unit, l.UnitPrice, l.Amount, l.VatPercent, l.PeriodFrom, l.PeriodTo
        FROM InvoiceLine l
        LEFT JOIN Subscription s ON s.Id = l.SubscriptionId AND s.IsHidden = 0
        WHERE l.InvoiceId = @id
        ORDER BY CASE WHEN s.Id IS NULL THEN 0 ELSE 1 END, l.UserName, l.SubscriptionId, l.Seq
        """;

    private static readonly Stmt SelectPayments = "SELECT p.PaidOn, p.Amount FROM Payment p WHERE p.InvoiceId = @id AND p.Amount <> 0 ORDER BY p.PaidOn, p.Seq";

    private static readonly Stmt SelectLinked = """
        SELECT i.Id, i.Number, i.InvoicedOn, i.Total, CASE WHEN EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = i.AccountId) THEN 1 ELSE 0 END AS IsWithinReach
        FROM Invoice i WHERE i.CreditsInvoiceId = @id OR i.Id = @creditsId
        ORDER BY i.InvoicedOn, i.Seq
        """;

    /// <summary>Null when there is none of that number within the reach.</summary>
    public async Task<ReadInvoice?> FindAsync(string number, CancellationToken cancellation)
    {
        var reachId = user.Reach.AccountId;
        if (await db.FirstOrDefaultAsync<FactsRow>(SelectFacts, new { number, organisationId = user.Reach.OrganisationId, reachId }, cancellation) is not { } facts) return null;
        var lines = await db.ListAsync<LineRow>(SelectLines, new { id = facts.Id, reachId }, cancellation);
        var linked = facts.Credited == Money.Zero && !facts.IsCreditNote ? [] : await db.ListAsync<LinkedRow>(SelectLinked, new { id = facts.Id, creditsId = facts.CreditsInvoiceId, reachId }, cancellation);
        return new(new()
        {
            Facts = facts,
            State = new InvoiceBalance(facts.Total, facts.Paid, facts.Credited, facts.IsCreditNote).StateOn(clock.Today(), facts.DueOn),
            Lines = Numbered(lines, user.Has(Right.ViewSubscriptions)),
            Vat = VatSpecification.Of(lines.Select(line => (line.Amount, line.VatPercent)), facts.VatAmount),
            Payments = facts.Paid == Money.Zero ? [] : await db.ListAsync<InvoicePayment>(SelectPayments, new { id = facts.Id }, cancellation),
            CreditNotes = [.. linked.Select(row => row.Within()).Where(row => row.Id != facts.CreditsInvoiceId)],
            Credits = linked.FirstOrDefault(row => row.Id == facts.CreditsInvoiceId)?.Within(),
        }, facts.FileKey);
    }

    private static List<InvoiceLine> Numbered(IReadOnlyList<LineRow> rows, bool linked)
    {
        var services = new Dictionary<Guid, int>();
        return [.. rows.Select(row => row with
        {
            SubscriptionId = linked ? row.SubscriptionId : null,
            Service = row.OwnerId is not { } owner ? null : services.TryGetValue(owner, out var known) ? known : services[owner] = services.Count + 1,
        })];
    }
}
