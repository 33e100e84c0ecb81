using Connect.Domain.Invoices;
using Connect.Infrastructure.Demo;
using Connect.Infrastructure.Invoices;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Demo;

public sealed class DemoInvoiceTests
{
    private static readonly string State = InvoiceList.State.Replace("@today", "'2026-03-10'", StringComparison.Ordinal);

    [Fact]
    [Covers("START-1", "13 months of usage and invoices in every state")]
    public async Task The_demo_has_invoices_of_13_months_in_every_state_that_agree_with_its_traffic()
    {
        await using var world = new ImportWorld();
        var loader = world.Scope.Services.GetRequiredService<DemoLoader>();
        await loader.LoadDefaultAsync(CancellationToken.None);
        await loader.LoadUsageAsync(null, CancellationToken.None);

        (await world.AskAsync<int>("SELECT COUNT(DISTINCT InvoicedOn) FROM Invoice WHERE IsCreditNote = 0")).ShouldBe(13);
        foreach (var reach in new[] { "JOIN PortalUser u ON u.UserNameKey = 'frida.faktura'", "JOIN PortalUser u ON u.UserNameKey = 'karl.konto'", "JOIN PortalUser u ON u.UserNameKey = 'berit.annan'" })
            (await world.AskAsync<int>($"SELECT COUNT(DISTINCT {State}) FROM Invoice i {reach} JOIN AccountTree t ON t.AncestorId = u.AccountId AND t.DescendantId = i.AccountId")).ShouldBe(Enum.GetValues<InvoiceState>().Length, reach);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Invoice c JOIN Invoice i ON i.Id = c.CreditsInvoiceId WHERE c.AccountId = i.AccountId AND i.Credited > 0")).ShouldBeGreaterThan(3);

        // Traffic that says it is invoiced is on that invoice, of the service's account, with what it cost.
        (await world.AskAsync<int>("SELECT COUNT(*) FROM UsageRecord u LEFT JOIN Invoice i ON i.Number = u.InvoiceNumber WHERE u.InvoiceNumber IS NOT NULL AND i.Id IS NULL")).ShouldBe(0);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM UsageRecord u JOIN Invoice i ON i.Number = u.InvoiceNumber JOIN Account a ON a.Id = i.AccountId WHERE a.Seq <> u.AccountSeq")).ShouldBe(0);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM UsageRecord WHERE InvoiceNumber IS NULL")).ShouldBeGreaterThan(0);

        // A month's traffic is on the invoice of the first after it: reports of what is invoiced show the last month.
        (await world.AskAsync<int>("SELECT COUNT(*) FROM UsageRecord WHERE InvoiceNumber IS NULL AND At < '2026-02-28T23:00:00.0000000Z'")).ShouldBe(0);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM UsageRecord WHERE InvoiceNumber IS NOT NULL AND At >= '2026-02-28T23:00:00.0000000Z'")).ShouldBe(0);
        (await world.AskAsync<int>("""
            SELECT COUNT(*) FROM (SELECT s.Id AS ServiceId, u.InvoiceNumber, SUM(u.Charge) AS Charge FROM UsageRecord u JOIN Subscription s ON s.Seq = u.SubscriptionSeq WHERE u.InvoiceNumber IS NOT NULL GROUP BY s.Id, u.InvoiceNumber) x
            WHERE x.Charge > 0 AND NOT EXISTS (SELECT 1 FROM InvoiceLine l JOIN Invoice i ON i.Id = l.InvoiceId
                WHERE i.Number = x.InvoiceNumber AND l.SubscriptionId = x.ServiceId AND l.Description LIKE 'Trafik%' AND ABS(l.Amount - x.Charge) <= 50)
            """)).ShouldBe(0);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Payment WHERE PaidOn > '2026-03-10'")).ShouldBe(0);
    }

    [Fact]
    public void A_set_to_measure_with_has_an_invoice_a_month_for_each_account()
    {
        var size = new DemoSize(150, 3000, 0, 1, new DateOnly(2026, 3, 1));
        var invoices = new DemoInvoices(size, new DemoFiles(size).Customers, World.Now).All().ToList();
        invoices.Count(invoice => invoice.Credits is null).ShouldBe((150 + 3) * 13);
        invoices.Select(invoice => invoice.Number).Distinct().Count().ShouldBe(invoices.Count);
    }
}
