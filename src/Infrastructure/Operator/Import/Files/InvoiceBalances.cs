using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>Keeps what is paid and credited of invoices, and what is left, in step with the payments and credit notes. Runs in the caller's transaction.</summary>
internal sealed class InvoiceBalances(DbSession db)
{
    // What is paid at the same time waits, so that neither sum misses the other.
    private static readonly Stmt Hold = new("SELECT Id FROM Invoice WHERE Id IN @ids", "SELECT Id FROM Invoice WITH (UPDLOCK) WHERE Id IN @ids");

    private static readonly Stmt SelectSums = """
        SELECT i.Id, i.Total, i.IsCreditNote,
            (SELECT COALESCE(SUM(p.Amount), 0) FROM Payment p WHERE p.InvoiceId = i.Id) AS Paid,
            (SELECT COALESCE(SUM(c.Total), 0) FROM Invoice c WHERE c.CreditsInvoiceId = i.Id) AS CreditNotes
        FROM Invoice i WHERE i.Id IN @ids
        """;

    private static readonly Stmt Update = """
        UPDATE Invoice SET Paid = @Paid, Credited = @Credited, Outstanding = @Outstanding, Settlement = @Settlement, Version = Version + 1 WHERE Id = @Id
        """;

    public async Task RefreshAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        await db.ListAsync<Guid>(Hold, new { ids }, cancellation);
        foreach (var row in await db.ListAsync<Sums>(SelectSums, new { ids }, cancellation))
        {
            var balance = new InvoiceBalance(row.Total, row.Paid, Money.Zero - row.CreditNotes, row.IsCreditNote);
            await db.ExecuteAsync(Update, new { row.Id, balance.Paid, balance.Credited, balance.Outstanding, Settlement = (int)balance.Settlement }, cancellation);
        }
    }

    private sealed record Sums
    {
        public Guid Id { get; init; }
        public Money Total { get; init; }
        public bool IsCreditNote { get; init; }
        public Money Paid { get; init; }
        public Money CreditNotes { get; init; }
    }
}
