using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Reports.Traffic;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

public abstract class CallsReportTests(DatabaseEngine engine)
{
    private static readonly Stmt SumAll = "SELECT SUM(Charge) FROM UsageRecord";
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("REP-3", "finer kinds of traffic, which countries; also what is not invoiced yet")]
    public async Task Every_number_has_a_row_for_each_kind_of_traffic_and_country()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var scope = scene.As();

        var id = await scope.SendAsync(new GenerateReport { Kind = "calls", From = new(2026, 3, 1), To = new(2026, 3, 9), Boxes = ["Data"], RequestId = Guid.CreateVersion7() });
        await scene.RunJobAsync(id);

        using var book = await ExportScene.OpenAsync(scope, id);
        var sheet = book.Worksheets.ShouldHaveSingleItem();
        sheet.Cell(1, 1).GetString().ShouldBe("Specifikation samtal");
        sheet.Row(3).CellsUsed().Select(cell => cell.GetString()).Skip(5).ShouldBe(["Trafikslag", "Riktning", "Zon", "Land", "Antal", "Längd", "Meddelanden", "Data (MB)", "Kostnad exkl. moms", "Varav ej fakturerat"]);
        string[] bo = ["+46701740606", "Bo", "", "", "Kommunen"], asa = [ExportScene.Phone, "Åsa Öberg", "", "", "Skolan"];
        ExportScene.Rows(sheet).ShouldBe(
        [
            [.. bo, "Samtal", "Utgående", "Mobil i Sverige", "", "1", "30 s", "", "", "0.5", "0.5"],
            [.. asa, "Samtal", "Utgående", "Nationellt", "", "1", "120 s", "", "", "0.25", "0"],
            [.. asa, "Samtal", "Utgående", "Utlandssamtal", "Kanada", "1", "5 s", "", "", "1", "0"],
            [.. asa, "Samtal", "Utgående", "Utlandssamtal", "Tyskland", "3", "660 s", "", "", "14", "2"],
            [.. asa, "Samtal", "Utgående", "Utlandssamtal", "USA", "1", "6 s", "", "", "1.1", "0"],
            [.. asa, "SMS", "Utgående", "Mobil i Sverige", "", "2", "", "5", "", "3.45", "0"],
            [.. asa, "Data", "Utgående", "Roaming inom EU/EES", "Spanien", "1", "", "", "500.5", "25", "25"],
            ["Summa", "", "", "", "", "", "", "", "", "10", "821 s", "5", "500.5", "45.3", "27.5"],
        ]);
        (await scene.World.Db.FirstOrDefaultAsync<long>(SumAll)).ShouldBe(Money.FromKronor(45.3m).TenThousandths);
    }

    [Fact]
    public async Task It_agrees_with_the_report_of_all_services_on_what_is_invoiced()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var scope = scene.As();
        var (calls, all) = (await scope.SendAsync(Preview()), await scope.SendAsync(Preview() with { Kind = "all-traffic" }));
        (Total(calls, "Charge") - Total(calls, "NotInvoicedCharge")).ShouldBe(Total(all, "TotalCharge"));
    }

    [Fact]
    public async Task What_lies_outside_the_reach_is_not_there()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var sheet = (await scene.As(await scene.World.UserAsync(scene.SubAccount)).SendAsync(Preview())).Sheets.Single();
        sheet.Rows.Select(row => row[0]).Distinct().ShouldBe([ExportScene.Phone]);
        await Should.ThrowAsync<ForbiddenException>(scene.As(await scene.World.UserAsync(scene.SubAccount, rights: [Right.RunReports])).SendAsync(Preview()));
    }

    [Fact, Covers("REP-7", "country of a call that was loaded without one")]
    public async Task A_called_country_is_known_by_the_number()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service, Day, zone: TrafficZone.International, otherNumber: "+4930123456");
        var sheet = (await scene.As().SendAsync(new PreviewReport { Kind = "traffic", Number = ExportScene.Phone })).Sheets.Single();
        var place = sheet.Columns.ToList().FindIndex(column => column.Key == "Country");
        (sheet.Rows[0][place], sheet.Rows[0][place + 1]).ShouldBe(("Tyskland", "+493012****"));
    }

    [Theory]
    [InlineData("+4930123456", "DE")]
    [InlineData("+12125550123", "US")]
    [InlineData("+14165550123", "CA")]
    [InlineData("+74951234567", "RU")]
    [InlineData("+77272345678", "KZ")]
    [InlineData("+442079460123", "GB")]
    [InlineData("+35891234567", "FI")]
    [InlineData("+8816123456789", null)]
    [InlineData("+999123", null)]
    [InlineData("72123", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Numbering_plans_tell_the_country(string? number, string? country)
    {
        CalledCountries.Of(number).ShouldBe(country);
        CalledCountries.Of(number).ShouldBe(country, "kept");
    }

    private static PreviewReport Preview() => new() { Kind = "calls", From = new(2026, 3, 1), To = new(2026, 3, 9) };

    private static Money Total(ReportPreview preview, string key)
    {
        var sheet = preview.Sheets.Single();
        return (Money)sheet.Totals[sheet.Columns.ToList().FindIndex(column => column.Key == key)]!;
    }

    internal static async Task FillAsync(ExportScene scene)
    {
        var (world, service) = (scene.World, scene.Service);
        var bo = await world.SubscriptionAsync(scene.Organisation.RootId, "Bo", phone: "+46701740606");
        await world.UsageAsync(bo, Day, amount: 30, charge: 0.5m, invoice: null);
        await world.UsageAsync(service, Day, zone: TrafficZone.National, amount: 120, charge: 0.25m);
        // Three calls to Germany: one told by its country, two by their numbers.
        await world.UsageAsync(service, Day, zone: TrafficZone.International, amount: 600, charge: 10, country: "DE", otherNumber: null);
        await world.UsageAsync(service, Day, zone: TrafficZone.International, amount: 40, charge: 2, otherNumber: "+4930123456");
        await world.UsageAsync(service, Day, zone: TrafficZone.International, amount: 20, charge: 2, otherNumber: "+4989123456", invoice: null);
        await world.UsageAsync(service, Day, zone: TrafficZone.International, amount: 5, charge: 1, otherNumber: "+14165550123");
        await world.UsageAsync(service, Day, zone: TrafficZone.International, amount: 6, charge: 1.1m, otherNumber: "+12125550123");
        await world.UsageAsync(service, Day, TrafficType.Sms, amount: 2, charge: 1);
        await world.UsageAsync(service, Day, TrafficType.Sms, amount: 3, charge: 2.45m);
        await world.UsageAsync(service, Day, TrafficType.Data, zone: TrafficZone.RoamingEu, amount: 500_500_000, charge: 25, country: "ES", invoice: null);
        await world.UsageAsync(service, Day, direction: TrafficDirection.Incoming, charge: 0);
    }
}

public sealed class CallsReportOnSqlite() : CallsReportTests(DatabaseEngine.Sqlite);

public sealed class CallsReportOnSqlServer() : CallsReportTests(DatabaseEngine.SqlServer);
