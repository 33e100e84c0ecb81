using Connect.Application.Reports;
using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Subscriptions.Bulk;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Every report in the eyes of another reader: dates are dates, amounts and counts numbers, ICC and phone numbers text.</summary>
public sealed class OpenpyxlReportTests
{
    private const string Invoice = "F4711";

    // Of each sheet: its head, and of each column what its cells are between the header and the sums.
    private const string Kinds = """
        import openpyxl, datetime
        def kind(cell):
            value, look = cell.value, cell.number_format
            if isinstance(value, datetime.timedelta): return 'duration'
            if isinstance(value, datetime.datetime): return 'time' if 'h' in look else 'day'
            if isinstance(value, (int, float)): return 'amount' if 'kr' in look else 'number'
            return 'text' if cell.data_type == 's' else cell.data_type
        for sheet in openpyxl.load_workbook(path):
            cells = list(sheet[sheet.auto_filter.ref])
            assert cells[0][0].row == openpyxl.utils.cell.coordinate_from_string(sheet.freeze_panes)[1] - 1
            print(sheet.title, len(cells) - 1)
            kinds = [(head.value, sorted({kind(row[i]) for row in cells[1:] if row[i].value is not None})) for i, head in enumerate(cells[0])]
            print('; '.join(' '.join([head, *found]) for head, found in kinds if found))
        """;

    private static readonly Dictionary<string, (Func<ExportScene, Task> Fill, GenerateReport Order)> Reports = new()
    {
        ["invoice"] = (InvoiceReportTests.FillAsync, March("invoice")),
        ["credited"] = (InvoiceReportTests.FillAsync, March("credited")),
        ["calls"] = (CallsReportTests.FillAsync, March("calls") with { Boxes = ["Data"] }),
        ["ended-services"] = (ServiceReportTests.FillAsync, March("ended-services") with { From = new(2026, 1, 1) }),
        ["services"] = (ServiceReportTests.FillAsync, new() { Kind = "services" }),
        ["sla"] = (TicketReportTests.FillAsync, March("sla")),
        ["traffic"] = (AllTrafficReportTests.FillAsync, March("traffic") with { Number = ExportScene.Phone, CalledNumbers = CalledNumbers.Shown }),
        ["all-traffic"] = (AllTrafficReportTests.FillAsync, March("all-traffic") with { Boxes = ["Data"] }),
        ["orders"] = (OrderReportTests.FillAsync, March("orders")),
        ["tickets"] = (TicketReportTests.FillPeriodAsync, March("tickets")),
        ["invoice-calls"] = (scene => InvoiceCallsReportTests.FillAsync(scene), new() { Kind = "invoice-calls", Invoice = Invoice, Boxes = ["InvoiceData"], CalledNumbers = CalledNumbers.Shown }),
    };

    public static TheoryData<string> All => [.. Reports.Keys];

    [Theory, MemberData(nameof(All))]
    public async Task Every_column_is_of_its_kind(string report)
    {
        await Openpyxl.NeedAsync();
        await using var scene = await ExportScene.MakeAsync(DatabaseEngine.Sqlite);
        var (fill, order) = Reports[report];
        await fill(scene);
        var scope = scene.As();
        var id = await scope.SendAsync(order with { RequestId = Guid.CreateVersion7() });
        await scene.RunJobAsync(id);
        await using var file = (await scope.SendAsync(new GetExportFile(id))).Content;

        Folded(await Openpyxl.ReadAsync(file, Kinds)).ShouldBe(Folded(OpenpyxlExpected.Of[report]));
    }

    /// <summary>The list is of the reports that there are.</summary>
    [Fact]
    public async Task No_report_is_left_out()
    {
        await using var scene = await ExportScene.MakeAsync(DatabaseEngine.Sqlite);
        (await scene.As().SendAsync(new ListReports())).Select(report => report.Kind).ShouldBe(Reports.Keys, ignoreOrder: true);
    }

    [Fact, Covers("SVC-15", "the file of a thousand rows in the eyes of another reader")]
    public async Task The_file_of_a_thousand_services_is_read_row_by_row()
    {
        await Openpyxl.NeedAsync();
        await using var world = await BulkWorld.MakeAsync(DatabaseEngine.Sqlite);
        var services = await world.World.Db.RunAsync(async () =>
        {
            var made = new List<Guid>();
            for (var i = 0; i < 1000; i++) made.Add(await world.ServiceAsync($"Användare {i}", $"+46701{i:000000}"));
            return made;
        }, TestContext.Current.CancellationToken);
        var id = await world.PreviewAsync(new BulkWish { Kind = BulkKind.Terminate, Day = World.Today.AddDays(30) }, [.. services]);
        await using var file = (await world.Anna.SendAsync(new GetBulkResult(id))).Content;

        var rows = (await Openpyxl.ReadAsync(file, """
            import openpyxl
            for row in openpyxl.load_workbook(path).active.iter_rows(min_row=2):
                print(*[repr(cell.value) for cell in row[:4]], row[5].value, isinstance(row[7].value, (int, float)), sep='|')
            """)).Split('\n');

        rows.ShouldBe(Enumerable.Range(0, 1000).Select(i => $"{i + 1}|'Användare {i}'|'070-1{i / 10_000:00} {i / 100 % 100:00} {i % 100:00}'|'Görs efter bekräftelse'|{World.Today.AddDays(30):yyyy-MM-dd} 00:00:00|True"));
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static GenerateReport March(string kind) => new() { Kind = kind, From = new(2026, 3, 1), To = new(2026, 3, 10) };
}
