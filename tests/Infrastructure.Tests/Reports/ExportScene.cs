using System.Globalization;
using ClosedXML.Excel;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>An organisation with a service that has traffic, and a way to run the jobs of exports by hand.</summary>
internal sealed class ExportScene(DatabaseEngine engine) : IAsyncDisposable
{
    public const string Phone = "+46701740605";

    /// <summary>What stands last above the columns of every report.</summary>
    public const string Taken = " · Organisation: Kommunen · Uttagen: 2026-03-10 11:00";

    private static readonly Stmt SelectState = "SELECT State FROM ReportExport WHERE Id = @id";
    private readonly List<TestScope> _scopes = [];

    public TestDatabase Database { get; } = new(engine);
    public World World { get; private set; } = null!;
    public TestOrganisation Organisation { get; private set; } = null!;
    public Guid SubAccount { get; private set; }
    public Guid Service { get; private set; }
    public UserIdentity Admin { get; private set; } = null!;

    public static async Task<ExportScene> MakeAsync(DatabaseEngine engine)
    {
        var scene = new ExportScene(engine);
        scene.World = new World(scene.Database);
        scene.Organisation = await scene.World.OrganisationAsync("Kommunen");
        scene.SubAccount = await scene.World.AccountAsync(scene.Organisation.RootId, "Skolan");
        scene.Service = await scene.World.SubscriptionAsync(scene.SubAccount, "Åsa Öberg", phone: Phone);
        scene.Admin = await scene.World.UserAsync(scene.Organisation.RootId, "anna");
        return scene;
    }

    public TestScope As(UserIdentity? user = null, Action<IServiceCollection>? replace = null)
    {
        var scope = new TestScope(Database, user ?? Admin, replace: replace);
        _scopes.Add(scope);
        return scope;
    }

    public static GenerateReport Order(CalledNumbers numbers = CalledNumbers.Masked) =>
        new() { Kind = "traffic", Number = "070-174 06 05", CalledNumbers = numbers, RequestId = Guid.CreateVersion7() };

    /// <summary>The job, once, as the work engine calls it; what it refuses is given up.</summary>
    public async Task RunJobAsync(Guid exportId, int attempt = 1, Action<IServiceCollection>? replace = null, CancellationToken cancellation = default)
    {
        await using var worker = new TestScope(Database, replace: replace);
        await using var scope = worker.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IWorkHandler>().Single(h => h.Kind == ExportKinds.WorkKind);
        var work = new DueWork(Guid.CreateVersion7(), handler.Kind, exportId, null, "key", attempt);
        try
        {
            await handler.RunAsync(work, cancellation);
        }
        catch (WorkRejectedException rejected)
        {
            await handler.GiveUpAsync(work, rejected.Message, cancellation);
        }
    }

    /// <summary>The file of a finished export, fetched by its owner.</summary>
    public static async Task<XLWorkbook> OpenAsync(TestScope scope, Guid id)
    {
        var file = await scope.SendAsync(new GetExportFile(id));
        await using var content = file.Content;
        var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return new XLWorkbook(copy);
    }

    /// <summary>The rows below the header of a report's sheet, each with a text for every cell, and last its sums.</summary>
    public static IReadOnlyList<string[]> Rows(IXLWorksheet sheet)
    {
        var header = sheet.SheetView.SplitRow;
        var columns = sheet.Row(header).CellsUsed().Count();
        return [.. sheet.RowsUsed().Where(row => row.RowNumber() > header).Select(row => row.Cells(1, columns).Select(Written).ToArray())];
    }

    /// <summary>Orders a report, writes it, and opens the file.</summary>
    public async Task<XLWorkbook> WriteAsync(GenerateReport order, UserIdentity? user = null)
    {
        var scope = As(user);
        var id = await scope.SendAsync(order with { RequestId = Guid.CreateVersion7() });
        await RunJobAsync(id);
        return await OpenAsync(scope, id);
    }

    /// <summary>The cells of one column in the preview of a report's sheet.</summary>
    public async Task<IReadOnlyList<object?>> PreviewAsync(PreviewReport query, string column, UserIdentity? user = null, int sheet = 0)
    {
        var shown = (await As(user).SendAsync(query)).Sheets[sheet];
        return [.. shown.Rows.Select(row => row[shown.Columns.ToList().FindIndex(found => found.Key == column)])];
    }

    /// <summary>The cell as a test writes it down: dates and times without seconds' fractions, numbers with a point.</summary>
    private static string Written(IXLCell cell) => cell.Style.NumberFormat.Format switch
    {
        "[h]:mm:ss" when !cell.IsEmpty() => ((long)Math.Round(Number(cell) * 86_400)).ToString(CultureInfo.InvariantCulture) + " s",
        "yyyy\\-mm\\-dd\\ hh:mm:ss" when !cell.IsEmpty() && cell.DataType != XLDataType.Text => DateTime.FromOADate(Math.Round(Number(cell) * 86_400) / 86_400).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        "yyyy\\-mm\\-dd" when !cell.IsEmpty() && cell.DataType != XLDataType.Text => DateTime.FromOADate(Number(cell)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when cell.DataType == XLDataType.Number => cell.GetValue<decimal>().ToString("0.####", CultureInfo.InvariantCulture),
        _ => cell.GetString(),
    };

    private static double Number(IXLCell cell) => cell.DataType == XLDataType.DateTime ? cell.GetDateTime().ToOADate() : cell.DataType == XLDataType.TimeSpan ? cell.GetTimeSpan().TotalDays : cell.GetDouble();

    public async Task<ExportState> StateAsync(Guid id) => (ExportState)await World.Db.FirstOrDefaultAsync<int>(SelectState, new { id });

    public IReadOnlyList<string> Files() => Directory.Exists(Path.Combine(Database.Folder, "files"))
        ? [.. Directory.EnumerateFiles(Path.Combine(Database.Folder, "files"), "*", SearchOption.AllDirectories)]
        : [];

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes) await scope.DisposeAsync();
        await World.DisposeAsync();
        await Database.DisposeAsync();
    }
}
