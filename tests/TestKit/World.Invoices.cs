using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Infrastructure.Operator.Import.Files;
using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class World
{
    private static readonly Stmt SelectAccountOrganisation = "SELECT OrganisationId FROM Account WHERE Id = @id";

    /// <summary>An invoice without lines; its number is made unless given.</summary>
    /// <param name="net">Kronor without VAT of 25 %; below zero on a credit note.</param>
    /// <param name="credits">The invoice that it credits.</param>
    public async Task<TestInvoice> InvoiceAsync(Guid accountId, decimal net = 1000, string? number = null, DateOnly? date = null, DateOnly? due = null, decimal paid = 0, Guid? credits = null,
        string? reference = null, string? customerReference = null, string? recipient = null)
    {
        var (id, count) = (Guid.CreateVersion7(), Next());
        var (amount, on) = (Money.FromKronor(net), date ?? Today.AddDays(-9));
        var vat = Connect.Domain.Common.Vat.Of(amount, 2500);
        var balance = new InvoiceBalance(amount + vat, Money.Zero, Money.Zero, credits is not null || net < 0);
        number ??= $"F{count:000000}";
        await InsertAsync("Invoice", ("Id", id), ("OrganisationId", await Db.FirstOrDefaultAsync<Guid>(SelectAccountOrganisation, new { id = accountId })), ("AccountId", accountId), ("ExternalId", $"I{count}"),
            ("Number", number), ("SearchNumber", SwedishText.Fold(number)), ("IsCreditNote", balance.IsCreditNote), ("CreditsInvoiceId", credits), ("InvoicedOn", on), ("DueOn", due ?? on.AddDays(30)),
            ("NetAmount", amount.TenThousandths), ("VatAmount", vat.TenThousandths), ("Rounding", 0L), ("Total", balance.Total.TenThousandths), ("Paid", 0L), ("Credited", 0L),
            ("Outstanding", balance.Outstanding.TenThousandths), ("Settlement", balance.Settlement), ("PaymentReference", reference), ("CustomerReference", customerReference), ("RecipientName", recipient), ("Version", 1));
        if (paid != 0) await InsertAsync("Payment", ("InvoiceId", id), ("ExternalId", "1"), ("PaidOn", on.AddDays(3)), ("Amount", Money.FromKronor(paid).TenThousandths));
        await Db.RunAsync(async () =>
        {
            await new InvoiceBalances(Db).RefreshAsync(credits is { } credited ? [id, credited] : [id], CancellationToken.None);
            return true;
        }, CancellationToken.None);
        return new(id, number);
    }

    /// <summary>A line of an invoice; of the account where no service is given.</summary>
    /// <param name="amount">Kronor without VAT.</param>
    public Task InvoiceLineAsync(Guid invoiceId, decimal amount, string description = "Månadsavgift", Guid? subscriptionId = null, string? userName = null, string? phone = null, int vat = 2500) =>
        InsertAsync("InvoiceLine", ("InvoiceId", invoiceId), ("ExternalId", $"L{Next()}"), ("SubscriptionId", subscriptionId), ("Description", description), ("UserName", userName), ("PhoneNumber", phone),
            ("Quantity", 1000L), ("Unit", "mån"), ("UnitPrice", Money.FromKronor(amount).TenThousandths), ("Amount", Money.FromKronor(amount).TenThousandths), ("VatPercent", vat),
            ("PeriodFrom", new DateOnly(2026, 3, 1)), ("PeriodTo", new DateOnly(2026, 3, 31)));
}

public sealed record TestInvoice(Guid Id, string Number);
