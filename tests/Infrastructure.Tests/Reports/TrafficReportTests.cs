using ClosedXML.Excel;
using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

public abstract class TrafficReportTests(DatabaseEngine engine)
{
    private const string Called = "+46812345678";
    private static readonly Stmt SumPeriod = "SELECT SUM(Charge) FROM UsageRecord WHERE At >= @start AND At < @end";
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("REP-7", "one number, a period, each call, also not yet invoiced")]
    public async Task The_report_holds_each_call_of_the_number_in_the_period()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service, new(2026, 3, 1, 22, 30, 0, TimeSpan.Zero), otherNumber: Called, amount: 3725, charge: 1.2345m, invoice: null);
        await scene.World.UsageAsync(scene.Service, new(2026, 3, 2, 23, 30, 0, TimeSpan.Zero), TrafficType.Data, amount: 1_500_000, otherNumber: null, country: "DE", zone: TrafficZone.RoamingEu);
        await scene.World.UsageAsync(scene.Service, new(2026, 3, 3, 23, 0, 0, TimeSpan.Zero), TrafficType.Sms, amount: 1);
        var scope = scene.As();
        var order = ExportScene.Order(CalledNumbers.Shown) with { From = new(2026, 3, 1), To = new(2026, 3, 3) };

        var id = await scope.SendAsync(order);
        await scene.RunJobAsync(id);

        using var book = await ExportScene.OpenAsync(scope, id);
        var sheet = book.Worksheet(1);
        sheet.Cell(1, 1).GetString().ShouldBe("Trafikspecifikation");
        sheet.Cell(2, 1).GetString().ShouldBe("Nummer: 070-174 06 05 · Period: 2026-03-01 – 2026-03-03 · B-nummer: Visa B-nummer" + ExportScene.Taken);
        sheet.Row(3).CellsUsed().Select(cell => cell.GetString()).ShouldBe(
        [
            "Datum och tid", "Nummer", "Användarnamn", "Kostnadsställe", "Anställningsnummer", "Konto", "Riktning", "Trafikslag", "Zon", "Land", "B-nummer", "Längd", "Antal", "Data (MB)",
            "Kostnad exkl. moms", "Faktura",
        ]);
        ExportScene.Rows(sheet).ShouldBe(
        [
            ["2026-03-01 23:30:00", ExportScene.Phone, "Åsa Öberg", "", "", "Skolan", "Utgående", "Samtal", "Mobil i Sverige", "", Called, "3725 s", "", "", "1.2345", "Ej fakturerat"],
            ["2026-03-03 00:30:00", ExportScene.Phone, "Åsa Öberg", "", "", "Skolan", "Utgående", "Data", "Roaming inom EU/EES", "Tyskland", "", "", "", "1.5", "0.5", "F1001"],
            ["Summa", "", "", "", "", "", "", "", "", "", "", "3725 s", "0", "1.5", "1.7345", ""],
        ]);
        var period = new { start = new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero), end = new DateTimeOffset(2026, 3, 3, 23, 0, 0, TimeSpan.Zero) };
        (await scene.World.Db.FirstOrDefaultAsync<long>(SumPeriod, period)).ShouldBe(Money.FromKronor(1.7345m).TenThousandths);
        sheet.AutoFilter.Range.RangeAddress.ToString().ShouldBe("A3:P5", "the sums are no part of what is filtered");
    }

    [Fact, Covers("REP-7", "B number masked unless the user has the right and asks for it; can be left out")]
    public async Task Called_numbers_are_masked_unless_asked_for()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service, otherNumber: Called);
        var scope = scene.As();

        var masked = await scope.SendAsync(ExportScene.Order());
        var leftOut = await scope.SendAsync(ExportScene.Order(CalledNumbers.LeftOut));
        await scene.RunJobAsync(masked);
        await scene.RunJobAsync(leftOut);

        using (var book = await ExportScene.OpenAsync(scope, masked)) book.Worksheet(1).Cell(4, 11).GetString().ShouldBe("+4681234****");
        using (var book = await ExportScene.OpenAsync(scope, leftOut)) book.Worksheet(1).Row(3).CellsUsed().Select(c => c.GetString()).ShouldNotContain("B-nummer");
    }

    [Fact, Covers("SVC-9", "to report by, in the preview and in Excel")]
    public async Task The_report_says_cost_centre_and_employee_number_of_the_service()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var silent = await scene.World.SubscriptionAsync(scene.SubAccount, "Bo", phone: ExportScene.Phone, more: [("CostCentre", "9999")]);
        await scene.World.UsageAsync(scene.Service);
        var scope = scene.As();
        await scope.SendAsync(new EditSubscriptionReferences(scene.Service, null, "0471", "85202"));

        var preview = await scope.SendAsync(Preview());
        preview.Report.SubscriptionIds.ShouldContain(silent);
        (Column(preview, "CostCentre").Single(), Column(preview, "EmployeeNumber").Single()).ShouldBe(("0471", "85202"), "only of those with traffic");
        var id = await scope.SendAsync(ExportScene.Order());
        await scene.RunJobAsync(id);
        using var book = await ExportScene.OpenAsync(scope, id);
        ExportScene.Rows(book.Worksheet(1)).Select(row => $"{row[3]}|{row[4]}").ShouldBe(["0471|85202", "|"]);
    }

    [Fact]
    public async Task Whole_numbers_are_refused_without_the_right()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service, otherNumber: Called);
        var scope = scene.As(await scene.World.UserAsync(scene.Organisation.RootId, rights: [Right.RunReports, Right.ViewSubscriptions]));

        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(ExportScene.Order(CalledNumbers.Shown)));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(new ShowCalledNumbers { Kind = "traffic", Number = ExportScene.Phone }));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(Preview() with { CalledNumbers = CalledNumbers.Shown }));
        Column(await scope.SendAsync(Preview()), "OtherNumber").ShouldBe(["+4681234****"]);
    }

    [Fact]
    public async Task The_preview_shows_the_first_rows_and_the_sums_of_all()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        for (var i = 0; i < 55; i++) await scene.World.UsageAsync(scene.Service, World.Now.AddMinutes(-i), amount: 60, charge: 0.5m);
        await scene.World.UsageAsync(scene.Service, World.Now, TrafficType.Data, amount: 1000, charge: 0);

        var preview = await scene.As().SendAsync(new PreviewReport { Kind = "traffic", SubscriptionId = scene.Service });

        var sheet = preview.Sheets.ShouldHaveSingleItem();
        (sheet.Records, sheet.Rows.Count).ShouldBe((56, PreviewReport.Rows));
        Column(preview, "Time").Cast<DateTime>().ShouldBeInOrder();
        Totals(sheet).ShouldBe([("Duration", 3300L), ("Messages", 0L), ("Megabytes", 0.001m), ("Charge", Money.FromKronor(27.5m))]);
    }

    [Fact]
    public async Task Usage_belongs_to_the_account_of_its_day()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service, otherNumber: "+46810000001", accountId: scene.Organisation.RootId);
        await scene.World.UsageAsync(scene.Service, otherNumber: "+46810000002");
        var scope = scene.As(await scene.World.UserAsync(scene.SubAccount));

        var preview = await scope.SendAsync(new ShowCalledNumbers { Kind = "traffic", Number = ExportScene.Phone });

        Column(preview, "OtherNumber").ShouldBe(["+46810000002"]);
        preview.Records.ShouldBe(1);
        var id = await scope.SendAsync(ExportScene.Order(CalledNumbers.Shown));
        await scene.RunJobAsync(id);
        using var book = await ExportScene.OpenAsync(scope, id);
        ExportScene.Rows(book.Worksheet(1)).Count.ShouldBe(2, "one row and the sums");
    }

    [Fact]
    public async Task The_traffic_of_a_service_that_has_left_the_reach_is_found_by_its_number_and_its_user_is_not_told()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var other = await scene.World.AccountAsync(scene.Organisation.RootId, "Vården");
        await scene.World.UsageAsync(scene.Service, otherNumber: "+46810000001", accountId: other);
        await scene.World.UsageAsync(scene.Service, otherNumber: "+46810000002");
        var scope = scene.As(await scene.World.UserAsync(other));

        var preview = await scope.SendAsync(new ShowCalledNumbers { Kind = "traffic", Number = ExportScene.Phone });

        Column(preview, "OtherNumber").ShouldBe(["+46810000001"]);
        var id = await scope.SendAsync(ExportScene.Order(CalledNumbers.Shown));
        await scene.RunJobAsync(id);
        using var book = await ExportScene.OpenAsync(scope, id);
        book.Worksheet(1).CellsUsed().ShouldNotContain(cell => cell.GetString().Contains("Åke Ström"));
    }

    [Fact]
    public async Task A_number_outside_the_reach_answers_like_one_that_never_was()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var other = await scene.World.AccountAsync(scene.Organisation.RootId, "Vården");
        var scope = scene.As(await scene.World.UserAsync(other));
        var hidden = await scene.World.SubscriptionAsync(other, phone: "+46701740699", hidden: true);

        foreach (var number in new[] { ExportScene.Phone, "+46701740699", "+46700000000" })
            (await Should.ThrowAsync<InvalidInputException>(scope.SendAsync(Preview() with { Number = number }))).Problems.Single().Code.ShouldBe("TrafficNumberUnknown");
        foreach (var id in new[] { scene.Service, hidden, Guid.CreateVersion7() })
            await Should.ThrowAsync<NotFoundException>(scope.SendAsync(new PreviewReport { Kind = "traffic", SubscriptionId = id }));
    }

    [Theory]
    [InlineData("", null, null, "NotEmptyValidator")]
    [InlineData("abc", null, null, "TrafficNumber")]
    [InlineData("0701740605", "2026-03-02", "2026-03-01", "TrafficPeriod")]
    [InlineData("0701740605", "0001-01-01", null, "ReportNotKept")]
    [InlineData("0701740605", null, "9999-12-31", "ReportFutureEnd")]
    [InlineData("0701740605", "2026-03-11", null, "ReportFuture")]
    [InlineData("0701740605", "2024-08-31", null, "ReportNotKept")]
    public async Task The_form_says_what_is_wrong(string number, string? from, string? to, string code)
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var query = Preview() with { Number = number, From = Day(from), To = Day(to) };
        (await Should.ThrowAsync<InvalidInputException>(scene.As().SendAsync(query))).Problems.ShouldContain(p => p.Code == code);
    }

    private static PreviewReport Preview() => new() { Kind = "traffic", Number = ExportScene.Phone };

    private static IEnumerable<object?> Column(ReportPreview preview, string key)
    {
        var sheet = preview.Sheets.Single();
        var place = sheet.Columns.ToList().FindIndex(column => column.Key == key);
        return sheet.Rows.Select(row => row[place]);
    }

    private static IEnumerable<(string, object?)> Totals(PreviewSheet sheet) => sheet.Columns.Select((column, i) => (column.Key, sheet.Totals[i])).Where(total => total.Item2 is not null);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class TrafficReportOnSqlite() : TrafficReportTests(DatabaseEngine.Sqlite);

public sealed class TrafficReportOnSqlServer() : TrafficReportTests(DatabaseEngine.SqlServer);
