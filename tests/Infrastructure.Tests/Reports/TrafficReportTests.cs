using ClosedXML.Excel;
using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

public abstract class TrafficReportTests(DatabaseEngine engine)
{
    private const string Called = "+46812345678";
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

        using var sheet = await ExportScene.OpenAsync(scope, id);
        var rows = sheet.Worksheet(1).RowsUsed().ToList();
        rows.Count.ShouldBe(3);
        var cells = rows[1].Cells(1, 16).ToList();
        cells[0].GetDateTime().ShouldBe(new DateTime(2026, 3, 1, 23, 30, 0), TimeSpan.FromMilliseconds(1));
        cells[1].GetString().ShouldBe(ExportScene.Phone);
        cells[2].GetString().ShouldBe("Åsa Öberg");
        cells[5].GetString().ShouldBe("Skolan");
        cells[10].GetString().ShouldBe(Called);
        cells[14].GetValue<decimal>().ShouldBe(1.2345m);
        cells[15].GetString().ShouldBe("Ej fakturerat");
        rows[2].Cell(10).GetString().ShouldBe("Tyskland");
        rows[2].Cell(14).GetValue<decimal>().ShouldBe(1.5m);
        rows[2].Cell(16).GetString().ShouldBe("F1001");
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

        using (var book = await ExportScene.OpenAsync(scope, masked)) book.Worksheet(1).Cell(2, 11).GetString().ShouldBe("+4681234****");
        using (var book = await ExportScene.OpenAsync(scope, leftOut)) book.Worksheet(1).Row(1).CellsUsed().Select(c => c.GetString()).ShouldNotContain("B-nummer");
    }

    [Fact, Covers("SVC-9", "to report by, in the preview and in Excel")]
    public async Task The_report_says_cost_centre_and_employee_number_of_the_service()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var silent = await scene.World.SubscriptionAsync(scene.SubAccount, "Bo", phone: ExportScene.Phone, more: [("CostCentre", "9999")]);
        await scene.World.UsageAsync(scene.Service);
        var scope = scene.As();
        await scope.SendAsync(new EditSubscriptionReferences(scene.Service, null, "0471", "85202"));

        var preview = await scope.SendAsync(new PreviewTraffic { Number = ExportScene.Phone });
        preview.Report.SubscriptionIds.ShouldContain(silent);
        preview.Services.Select(service => (service.CostCentre, service.EmployeeNumber)).ShouldBe([("0471", "85202")], "only of those with traffic");
        (preview.Rows.Single().CostCentre, preview.Rows.Single().EmployeeNumber).ShouldBe(("0471", "85202"));
        var id = await scope.SendAsync(ExportScene.Order());
        await scene.RunJobAsync(id);
        using var book = await ExportScene.OpenAsync(scope, id);
        book.Worksheet(1).RowsUsed().Select(row => $"{row.Cell(4).GetString()}|{row.Cell(5).GetString()}").ShouldBe(["Kostnadsställe|Anställningsnummer", "0471|85202"]);
    }

    [Fact]
    public async Task Whole_numbers_are_refused_without_the_right()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service, otherNumber: Called);
        var scope = scene.As(await scene.World.UserAsync(scene.Organisation.RootId, rights: [Right.RunReports, Right.ViewSubscriptions]));

        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(ExportScene.Order(CalledNumbers.Shown)));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(new ShowCalledNumbers { Number = ExportScene.Phone }));
        await Should.ThrowAsync<ForbiddenException>(scope.SendAsync(new PreviewTraffic { Number = ExportScene.Phone, CalledNumbers = CalledNumbers.Shown }));
        (await scope.SendAsync(new PreviewTraffic { Number = ExportScene.Phone })).Rows.Single().OtherNumber.ShouldBe("+4681234****");
    }

    [Fact]
    public async Task The_preview_shows_the_first_rows_and_the_sums_of_all()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        for (var i = 0; i < 55; i++) await scene.World.UsageAsync(scene.Service, World.Now.AddMinutes(-i), amount: 60, charge: 0.5m);
        await scene.World.UsageAsync(scene.Service, World.Now, TrafficType.Data, amount: 1000, charge: 0);

        var preview = await scene.As().SendAsync(new PreviewTraffic { SubscriptionId = scene.Service });

        preview.Rows.Count.ShouldBe(PreviewTraffic.Rows);
        preview.Rows.ShouldBeInOrder(SortDirection.Ascending, Comparer<TrafficRow>.Create((a, b) => a.At.CompareTo(b.At)));
        (preview.Sums.Records, preview.Sums.Seconds, preview.Sums.Bytes, preview.Sums.Charge.Kronor).ShouldBe((56, 3300, 1000, 27.5m));
    }

    [Fact]
    public async Task Usage_belongs_to_the_account_of_its_day()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service, otherNumber: "+46810000001", accountId: scene.Organisation.RootId);
        await scene.World.UsageAsync(scene.Service, otherNumber: "+46810000002");
        var scope = scene.As(await scene.World.UserAsync(scene.SubAccount));

        var preview = await scope.SendAsync(new ShowCalledNumbers { Number = ExportScene.Phone });

        preview.Rows.Select(row => row.OtherNumber).ShouldBe(["+46810000002"]);
        preview.Sums.Records.ShouldBe(1);
        var id = await scope.SendAsync(ExportScene.Order(CalledNumbers.Shown));
        await scene.RunJobAsync(id);
        using var book = await ExportScene.OpenAsync(scope, id);
        book.Worksheet(1).RowsUsed().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_number_outside_the_reach_answers_like_one_that_never_was()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var other = await scene.World.AccountAsync(scene.Organisation.RootId, "Vården");
        var scope = scene.As(await scene.World.UserAsync(other));
        var hidden = await scene.World.SubscriptionAsync(other, phone: "+46701740699", hidden: true);

        foreach (var number in new[] { ExportScene.Phone, "+46701740699", "+46700000000" })
            (await Should.ThrowAsync<InvalidInputException>(scope.SendAsync(new PreviewTraffic { Number = number }))).Problems.Single().Code.ShouldBe("TrafficNumberUnknown");
        foreach (var id in new[] { scene.Service, hidden, Guid.CreateVersion7() })
            await Should.ThrowAsync<NotFoundException>(scope.SendAsync(new PreviewTraffic { SubscriptionId = id }));
    }

    [Theory]
    [InlineData("", null, null, "NotEmptyValidator")]
    [InlineData("abc", null, null, "TrafficNumber")]
    [InlineData("0701740605", "2026-03-02", "2026-03-01", "TrafficPeriod")]
    [InlineData("0701740605", "0001-01-01", null, "TrafficDay")]
    [InlineData("0701740605", null, "9999-12-31", "TrafficDay")]
    public async Task The_form_says_what_is_wrong(string number, string? from, string? to, string code)
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var query = new PreviewTraffic { Number = number, From = Day(from), To = Day(to) };
        (await Should.ThrowAsync<InvalidInputException>(scene.As().SendAsync(query))).Problems.ShouldContain(p => p.Code == code);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class TrafficReportOnSqlite() : TrafficReportTests(DatabaseEngine.Sqlite);

public sealed class TrafficReportOnSqlServer() : TrafficReportTests(DatabaseEngine.SqlServer);
