using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class LargeWorld
{
    private static readonly string[] InvoiceColumns =
    [
        "Id", "OrganisationId", "AccountId", "ExternalId", "Number", "SearchNumber", "IsCreditNote", "InvoicedOn", "DueOn", "NetAmount", "VatAmount", "Rounding", "Total", "Paid", "Credited", "Outstanding",
        "Settlement", "PaymentReference", "Version",
    ];

    /// <summary>Invoices of the accounts that are there, month by month back from today; one in twenty is open.</summary>
    public async Task MakeInvoicesAsync(DbSession db, int count)
    {
        var accounts = await db.ListAsync<Guid>("SELECT Id FROM Account ORDER BY Seq");
        await db.RunAsync(async () =>
        {
            await db.InsertManyAsync("Invoice", InvoiceColumns, Enumerable.Range(0, count).Select(i => Invoice(accounts[i % accounts.Count], i, i / accounts.Count)), default);
            return true;
        }, default);
    }

    private IReadOnlyList<object?> Invoice(Guid accountId, int i, int months)
    {
        var (day, net, share) = (StockholmTime.MonthOf(World.Today).AddMonths(-months), _random.Next(10_000, 2_000_000) * 100L, _random.Next(100));
        var total = net * 5 / 4;
        var (paid, settlement) = share < 3 ? (0L, InvoiceSettlement.Open) : share < 5 ? (total / 2, InvoiceSettlement.Open) : share < 97 ? (total, InvoiceSettlement.Paid) : (0L, InvoiceSettlement.Credited);
        var number = $"{day:yyMM}{i:000000}";
        return
        [
            Guid.CreateVersion7(), OrganisationId, accountId, $"I{i}", number, number, false, day, day.AddDays(30), net, total - net, 0L, total, paid, settlement == InvoiceSettlement.Credited ? total : 0L,
            settlement == InvoiceSettlement.Open ? total - paid : 0L, (int)settlement, PaymentReference.Of(number, true).Digits, 1,
        ];
    }
}
