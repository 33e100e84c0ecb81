using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

public abstract class AllTrafficReportTests(DatabaseEngine engine)
{
    private static readonly Stmt SumInvoiced = "SELECT SUM(Charge) FROM UsageRecord WHERE InvoiceNumber IS NOT NULL AND TrafficType <> 4";
    private static readonly Stmt SwellMonths = "UPDATE UsageMonth SET Records = 300000";
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("REP-8", "invoiced traffic only; every number; calls to mobile, national, international, SMS, MMS; the box Datatrafik adds data per service")]
    public async Task Every_number_has_a_row_with_its_calls_and_messages_by_kind()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var scope = scene.As();

        var id = await scope.SendAsync(Order() with { Boxes = ["Data"] });
        await scene.RunJobAsync(id);

        var export = await scope.SendAsync(new GetExport(id));
        (export.RowsDone, export.Sheets).ShouldBe((3, 2), "sums are no rows");
        using var book = await ExportScene.OpenAsync(scope, id);
        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(["Samtal och meddelanden", "Datatrafik"]);
        var calls = book.Worksheet(1);
        calls.Cell(1, 1).GetString().ShouldBe("Trafikspecifikation alla tjänster");
        calls.Cell(2, 1).GetString().ShouldBe("Konto: Alla konton · Period: 2026-03-01 – 2026-03-09 · Tillval: Datatrafik" + ExportScene.Taken);
        ExportScene.Rows(calls).ShouldBe(
        [
            ["+46701740606", "Bo", "", "", "Kommunen", "1", "30 s", "0.5", "0", "0 s", "0", "0", "0 s", "0", "0", "0 s", "0", "0", "0", "0", "0", "0.5"],
            [ExportScene.Phone, "Åsa Öberg", "0471", "85202", "Skolan", "2", "90 s", "1.5", "1", "120 s", "0.25", "1", "600 s", "12.3456", "3", "75 s", "21", "5", "3.45", "1", "1.69", "40.2356"],
            ["Summa", "", "", "", "", "3", "120 s", "2", "1", "120 s", "0.25", "1", "600 s", "12.3456", "3", "75 s", "21", "5", "3.45", "1", "1.69", "40.7356"],
        ]);
        ExportScene.Rows(book.Worksheet(2)).ShouldBe(
        [
            [ExportScene.Phone, "Åsa Öberg", "0471", "85202", "Skolan", "2", "2500.5", "500.5", "25"],
            ["Summa", "", "", "", "", "2", "2500.5", "500.5", "25"],
        ]);
        (await scene.World.Db.FirstOrDefaultAsync<long>(SumInvoiced)).ShouldBe(Money.FromKronor(40.7356m).TenThousandths);
    }

    [Fact]
    public async Task The_preview_has_the_rows_and_the_sums_of_the_file()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);

        var preview = await scene.As().SendAsync(Preview());

        var sheet = preview.Sheets.ShouldHaveSingleItem("the box was not ticked");
        sheet.Records.ShouldBe(2);
        Cell(sheet, 1, "InternationalCharge").ShouldBe(Money.FromKronor(12.3456m));
        sheet.Totals[^1].ShouldBe(Money.FromKronor(40.7356m));
    }

    /// <summary>Adding up millions takes longer than anybody looks at a screen.</summary>
    [Theory]
    [InlineData("all-traffic")]
    [InlineData("calls")]
    public async Task Very_much_traffic_is_added_up_in_the_file_only(string kind)
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        for (var i = 10; i < 70; i++) await scene.World.UsageAsync(await scene.World.SubscriptionAsync(scene.SubAccount, $"Nummer {i}", phone: $"+467017407{i}"), Day, charge: i);
        var whole = (await scene.As().SendAsync(Preview() with { Kind = kind })).Sheets.Single();
        await scene.World.Db.ExecuteAsync(SwellMonths);

        var sheet = (await scene.As().SendAsync(Preview() with { Kind = kind })).Sheets.Single();

        (sheet.IsEstimate, sheet.Records, sheet.Rows.Count).ShouldBe((true, 60, PreviewReport.Rows));
        sheet.Totals.ShouldAllBe(total => total == null);
        sheet.Rows.Select(row => row[0]).ShouldBe(whole.Rows.Select(row => row[0]));
        using var book = await scene.WriteAsync(Order() with { Kind = kind });
        var rows = ExportScene.Rows(book.Worksheet(1));
        rows.Count.ShouldBe(61);
        rows[^1].ShouldContain("2370");
        var few = (await scene.As().SendAsync(Preview() with { Kind = kind, To = new(2026, 3, 1) })).Sheets.Single();
        (few.IsEstimate, few.Records).ShouldBe((false, 0), "what ends on the screen is told exactly");
    }

    /// <summary>Services are read some at a time; one that was moved may stand on accounts of different parts.</summary>
    [Fact]
    public async Task Many_services_are_told_of_once_each()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var (first, last) = (await scene.World.AccountAsync(scene.Organisation.RootId, "A"), await scene.World.AccountAsync(scene.Organisation.RootId, "Ö"));
        for (var i = 100; i < 350; i++) await scene.World.UsageAsync(await scene.World.SubscriptionAsync(scene.SubAccount, $"Nummer {i}", phone: $"+46701740{i}"), Day, charge: 1);
        await scene.World.UsageAsync(scene.Service, Day, charge: 2, accountId: first);
        await scene.World.UsageAsync(scene.Service, Day, charge: 3, accountId: last);

        using var book = await scene.WriteAsync(Order());

        IEnumerable<(string, string, string)> expected = [(ExportScene.Phone, "A", "2"), .. Enumerable.Range(100, 250).Select(i => ($"+46701740{i}", "Skolan", "1")), (ExportScene.Phone, "Ö", "3"), ("Summa", "", "255")];
        ExportScene.Rows(book.Worksheet(1)).Select(row => (row[0], row[4], row[^1])).ShouldBe(expected);
    }

    [Fact]
    public async Task An_account_is_told_of_alone_or_with_those_below_it()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var (root, sub) = (await scene.World.AccountNumberAsync(scene.Organisation.RootId), await scene.World.AccountNumberAsync(scene.SubAccount));
        var scope = scene.As();

        (await NumbersAsync(scope, Preview() with { Account = root, Below = true })).ShouldBe(["+46701740606", ExportScene.Phone]);
        (await NumbersAsync(scope, Preview() with { Account = root, Below = false })).ShouldBe(["+46701740606"]);
        (await NumbersAsync(scope, Preview() with { Account = sub })).ShouldBe([ExportScene.Phone]);
    }

    [Fact]
    public async Task What_lies_outside_the_reach_is_not_there()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await FillAsync(scene);
        var scope = scene.As(await scene.World.UserAsync(scene.SubAccount));

        (await NumbersAsync(scope, Preview())).ShouldBe([ExportScene.Phone]);
        foreach (var number in new[] { await scene.World.AccountNumberAsync(scene.Organisation.RootId), await scene.World.AccountNumberAsync((await scene.World.OrganisationAsync("Annan")).RootId), "999999" })
            (await Should.ThrowAsync<InvalidInputException>(scope.SendAsync(Preview() with { Account = number }))).Problems.Single().ShouldBe(new("Account", "AccountUnknown"));
    }

    /// <summary>A moved service: its traffic of before stays with the account of its day, without telling who has the number now.</summary>
    [Fact]
    public async Task Usage_belongs_to_the_account_of_its_day()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var other = await scene.World.AccountAsync(scene.Organisation.RootId, "Vården");
        await scene.World.UsageAsync(scene.Service, Day, charge: 1);
        await scene.World.UsageAsync(scene.Service, Day, charge: 2, accountId: other);

        var before = (await scene.As(await scene.World.UserAsync(other)).SendAsync(Preview())).Sheets.Single();
        (Cell(before, 0, "Number"), Cell(before, 0, "UserName"), Cell(before, 0, "Account"), Cell(before, 0, "TotalCharge")).ShouldBe((ExportScene.Phone, null, "Vården", Money.FromKronor(2)));
        var now = (await scene.As(await scene.World.UserAsync(scene.SubAccount)).SendAsync(Preview())).Sheets.Single();
        (Cell(now, 0, "UserName"), Cell(now, 0, "Account"), Cell(now, 0, "TotalCharge")).ShouldBe(("Åsa Öberg", "Skolan", Money.FromKronor(1)));
        (await scene.As().SendAsync(Preview())).Sheets.Single().Records.ShouldBe(2, "a row for each account");
    }

    [Theory]
    [InlineData("2027-03-28", 23)]
    [InlineData("2027-10-31", 25)]
    [InlineData("2027-10-30", 24)]
    [Covers("REP-3", "the days on which clocks are changed are whole")]
    [Covers("REP-7", "the days on which clocks are changed are whole")]
    [Covers("REP-8", "the days on which clocks are changed are whole")]
    public async Task A_day_on_which_the_clocks_are_changed_is_whole(string text, int hours)
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var day = DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var noon = new DateTimeOffset(day, new TimeOnly(12, 30), TimeSpan.Zero);
        for (var hour = -36; hour <= 36; hour++) await scene.World.UsageAsync(scene.Service, noon.AddHours(hour), amount: 1, charge: 1);
        var scope = scene.As();
        scope.Clock.SetUtcNow(noon.AddDays(10));

        var sheet = (await scope.SendAsync(Preview() with { From = day, To = day })).Sheets.Single();

        (Cell(sheet, 0, "MobileCalls"), Cell(sheet, 0, "MobileTime"), Cell(sheet, 0, "TotalCharge")).ShouldBe(((long)hours, (long)hours, Money.FromKronor(hours)));
        var traffic = (await scope.SendAsync(new PreviewReport { Kind = "traffic", Number = ExportScene.Phone, From = day, To = day })).Sheets.Single();
        (traffic.Records, traffic.Totals[^2]).ShouldBe((hours, Money.FromKronor(hours)));
        var calls = (await scope.SendAsync(new PreviewReport { Kind = "calls", From = day, To = day })).Sheets.Single();
        (Cell(calls, 0, "Records"), Cell(calls, 0, "Duration"), Cell(calls, 0, "Charge")).ShouldBe(((long)hours, (long)hours, Money.FromKronor(hours)));
    }

    [Fact]
    public async Task Rights_are_those_of_what_it_tells()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As(await scene.World.UserAsync(scene.Organisation.RootId, rights: [Right.RunReports, Right.ViewInvoices]));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(Preview()));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(Order()));
    }

    private static PreviewReport Preview() => new() { Kind = "all-traffic", From = new(2026, 3, 1), To = new(2026, 3, 9) };

    private static GenerateReport Order() => new() { Kind = "all-traffic", From = new(2026, 3, 1), To = new(2026, 3, 9), RequestId = Guid.CreateVersion7() };

    private static object? Cell(PreviewSheet sheet, int row, string key) => sheet.Rows[row][sheet.Columns.ToList().FindIndex(column => column.Key == key)];

    private static async Task<IEnumerable<object?>> NumbersAsync(TestScope scope, PreviewReport query) => (await scope.SendAsync(query)).Sheets.Single().Rows.Select(row => row[0]);

    internal static async Task FillAsync(ExportScene scene)
    {
        var (world, service) = (scene.World, scene.Service);
        await scene.As().SendAsync(new Application.Subscriptions.EditSubscriptionReferences(service, null, "0471", "85202"));
        var bo = await world.SubscriptionAsync(scene.Organisation.RootId, "Bo", phone: "+46701740606");
        await world.UsageAsync(bo, Day, amount: 30, charge: 0.5m);
        await world.UsageAsync(service, Day, amount: 60, charge: 1);
        await world.UsageAsync(service, Day, amount: 30, charge: 0.5m);
        await world.UsageAsync(service, Day, zone: TrafficZone.National, amount: 120, charge: 0.25m);
        await world.UsageAsync(service, Day, zone: TrafficZone.International, amount: 600, charge: 12.3456m, country: "DE");
        await world.UsageAsync(service, Day, zone: TrafficZone.Premium, amount: 60, charge: 20);
        await world.UsageAsync(service, Day, zone: TrafficZone.RoamingEu, amount: 5, charge: 0);
        await world.UsageAsync(service, Day, zone: TrafficZone.RoamingWorld, direction: TrafficDirection.Incoming, amount: 10, charge: 1);
        await world.UsageAsync(service, Day, direction: TrafficDirection.Incoming, amount: 999, charge: 0);
        await world.UsageAsync(service, Day, TrafficType.Sms, amount: 5, charge: 3.45m);
        await world.UsageAsync(service, Day, TrafficType.Mms, amount: 1, charge: 1.69m);
        await world.UsageAsync(service, Day, TrafficType.Data, zone: TrafficZone.National, amount: 2_000_000_000, charge: 0);
        await world.UsageAsync(service, Day, TrafficType.Data, zone: TrafficZone.RoamingWorld, amount: 500_500_000, charge: 25);
        // Not yet invoiced, after the period, and of another organisation.
        await world.UsageAsync(service, Day, amount: 60, charge: 100, invoice: null);
        await world.UsageAsync(service, new(2026, 3, 9, 23, 0, 0, TimeSpan.Zero), amount: 60, charge: 0);
        var stranger = await world.SubscriptionAsync((await world.OrganisationAsync("Bolaget")).RootId, phone: "+46701740607");
        await world.UsageAsync(stranger, Day, charge: 0);
    }
}

public sealed class AllTrafficReportOnSqlite() : AllTrafficReportTests(DatabaseEngine.Sqlite);

public sealed class AllTrafficReportOnSqlServer() : AllTrafficReportTests(DatabaseEngine.SqlServer);
