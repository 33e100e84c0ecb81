using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

public abstract class InvoiceCallsReportTests(DatabaseEngine engine)
{
    private const string Invoice = "F4711";
    private static readonly Stmt SumInvoice = "SELECT SUM(Charge) FROM UsageRecord WHERE InvoiceNumber = 'F4711'";
    private static readonly Stmt MoveInvoice = "UPDATE Invoice SET AccountId = @accountId WHERE Number = 'F4711'";
    private static readonly DateTimeOffset Day = new(2026, 2, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("REP-11", "the calls of the invoice that is searched for")]
    public async Task The_report_holds_each_call_on_the_invoice()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var scope = scene.As();

        var id = await scope.SendAsync(Order(CalledNumbers.Shown) with { Boxes = ["InvoiceData"] });
        await scene.RunJobAsync(id);

        (await scope.SendAsync(new GetExport(id))).FileName.ShouldBe("Samtalsspecifikation faktura F4711.xlsx");
        using var book = await ExportScene.OpenAsync(scope, id);
        var sheet = book.Worksheets.ShouldHaveSingleItem();
        sheet.Cell(2, 1).GetString().ShouldBe("Faktura: F4711 · Tillval: Datatrafik · B-nummer: Visa B-nummer" + ExportScene.Taken);
        ExportScene.Rows(sheet).ShouldBe(
        [
            ["2026-02-02 09:00:00", ExportScene.Phone, "Åsa Öberg", "", "", "Skolan", "Utgående", "Samtal", "Utlandssamtal", "Tyskland", "+4930123456", "61 s", "", "", "1.2345", Invoice],
            ["2026-02-02 10:00:00", ExportScene.Phone, "Åsa Öberg", "", "", "Skolan", "Utgående", "Data", "Nationellt", "", "", "", "", "2.5", "3", Invoice],
            ["2026-02-02 08:00:00", "+46701740606", "Bo", "", "", "Kommunen", "Utgående", "SMS", "Mobil i Sverige", "", "+46701740699", "", "1", "", "0.69", Invoice],
            ["Summa", "", "", "", "", "", "", "", "", "", "", "61 s", "1", "2.5", "4.9245", ""],
        ]);
        (await scene.World.Db.FirstOrDefaultAsync<long>(SumInvoice)).ShouldBe(Money.FromKronor(4.9245m).TenThousandths);
    }

    [Fact]
    public async Task Data_is_told_when_asked_for_and_numbers_are_masked()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var preview = await scene.As().SendAsync(Preview());
        var sheet = preview.Sheets.Single();
        sheet.Columns.ShouldNotContain(column => column.Key == "Megabytes");
        (sheet.Records, sheet.Totals[13]).ShouldBe((2, Money.FromKronor(1.9245m)));
        sheet.Rows.Select(row => row[10]).ShouldBe(["+493012****", "+4670174****"]);
    }

    [Fact]
    public async Task Rows_of_accounts_outside_the_reach_are_not_there()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene, scene.SubAccount);
        var sheet = (await scene.As(await scene.World.UserAsync(scene.SubAccount)).SendAsync(Preview())).Sheets.Single();
        sheet.Rows.Select(row => row[1]).ShouldBe([ExportScene.Phone]);
        sheet.Records.ShouldBe(1);
    }

    [Fact]
    public async Task An_invoice_outside_the_reach_answers_like_one_that_never_was()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var scope = scene.As(await scene.World.UserAsync(scene.SubAccount));
        var foreign = await scene.World.InvoiceAsync((await scene.World.OrganisationAsync("Bolaget")).RootId, number: "F9");
        foreach (var number in new[] { Invoice, foreign.Number, "F0" })
            (await Should.ThrowAsync<InvalidInputException>(scope.SendAsync(Preview() with { Invoice = number }))).Problems.Single().ShouldBe(new("Invoice", "ReportInvoiceUnknown"));
    }

    [Fact]
    public async Task An_invoice_that_has_left_the_reach_since_it_was_ordered_is_told_nothing_of()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene, scene.SubAccount);
        var scope = scene.As(await scene.World.UserAsync(scene.SubAccount, "sub"));
        var id = await scope.SendAsync(Order());
        await scene.World.Db.ExecuteAsync(MoveInvoice, new { accountId = scene.Organisation.RootId });

        await scene.RunJobAsync(id);

        using var book = await ExportScene.OpenAsync(scope, id);
        ExportScene.Rows(book.Worksheet(1)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Right.ViewInvoices)]
    [InlineData(Right.ViewSubscriptions)]
    public async Task It_wants_the_rights_to_invoices_and_to_traffic(Right right)
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        await Should.ThrowAsync<ForbiddenException>(scene.As(await scene.World.UserAsync(scene.Organisation.RootId, rights: [Right.RunReports, right])).SendAsync(Preview()));
    }

    private static PreviewReport Preview() => new() { Kind = "invoice-calls", Invoice = Invoice };

    private static GenerateReport Order(CalledNumbers numbers = CalledNumbers.Masked) => new() { Kind = "invoice-calls", Invoice = Invoice, CalledNumbers = numbers, RequestId = Guid.CreateVersion7() };

    internal static async Task FillAsync(ExportScene scene, Guid? account = null)
    {
        var world = scene.World;
        await world.InvoiceAsync(account ?? scene.Organisation.RootId, number: Invoice);
        var bo = await world.SubscriptionAsync(scene.Organisation.RootId, "Bo", phone: "+46701740606");
        await world.UsageAsync(bo, Day.AddHours(-1), TrafficType.Sms, amount: 1, charge: 0.69m, invoice: Invoice);
        await world.UsageAsync(scene.Service, Day.AddHours(1), TrafficType.Data, zone: TrafficZone.National, otherNumber: null, amount: 2_500_000, charge: 3, invoice: Invoice);
        await world.UsageAsync(scene.Service, Day, zone: TrafficZone.International, otherNumber: "+4930123456", amount: 61, charge: 1.2345m, invoice: Invoice);
        await world.UsageAsync(scene.Service, Day, charge: 50, invoice: "F4712");
        await world.UsageAsync(scene.Service, Day, charge: 60, invoice: null);
    }
}

public sealed class InvoiceCallsReportOnSqlite() : InvoiceCallsReportTests(DatabaseEngine.Sqlite);

public sealed class InvoiceCallsReportOnSqlServer() : InvoiceCallsReportTests(DatabaseEngine.SqlServer);
