using Connect.Application.Operator;
using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Operator.Import;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Operator;

/// <summary>A database, and loads into it.</summary>
internal sealed class ImportWorld : IAsyncDisposable
{
    private static readonly string[] Tables =
    [
        "Organisation", "Account", "AccountTree", "ContactPerson", "ContactPersonRole", "PortalUser", "UserRight", "UserProduct", "Category", "Product", "DataPackage", "PriceList", "AddOn",
        "Agreement", "AgreementProduct", "Subscription", "SubscriptionPriceList", "SubscriptionAddOn", "SimCard", "Handset", "Device", "Barring", "CallForwarding",
        "CustomerOrder", "OrderLine", "OrderEvent", "UsageRecord", "UsageMonth", "MonitoringSample", "MonitoringHour", "MonitoringDay", "MonitoringState", "MonitoringDue",
        "AgreementSla", "Ticket", "TicketMessage",
        "TicketEvent", "Invoice", "InvoiceLine", "Payment", "InvoiceDocument", "Incident", "IncidentUpdate", "IncidentService", "IncidentServiceKind", "IncidentTown", "IncidentMobileNetwork", "CoverageArea", "CoverageLayer", "ImportRun",
    ];

    public ImportWorld(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        Database = new TestDatabase(engine);
        Scope = new TestScope(Database, caller: TestScope.Operator("import"));
    }

    public TestDatabase Database { get; }
    public TestScope Scope { get; }

    public static string Samples { get; } = Path.Combine(Root(), "samples", "import");

    public Task<ImportReport> SampleAsync() => Scope.SendAsync(new ImportData(new FolderSource(Samples)));

    /// <summary>A set with errors of every sort, as an operator's first try may have them.</summary>
    public static string Errors { get; } = Path.Combine(Root(), "samples", "import-errors");

    /// <summary>The program's command with its exit code and what it wrote.</summary>
    public async Task<(int Code, string Output)> CommandAsync(params string[] arguments)
    {
        await using var scope = Scope.Services.CreateAsyncScope(); // a command says itself who it is
        await using var output = new StringWriter { NewLine = "\n" };
        var code = await scope.ServiceProvider.GetServices<IProgramCommand>().Single(c => c.Name == "import").RunAsync(arguments, output, CancellationToken.None);
        return (code, output.ToString());
    }

    public Task<ImportReport> LoadAsync(params (string File, string Text)[] files) => Scope.SendAsync(new ImportData(new TextSource(files)));

    /// <summary>The sample with some files replaced.</summary>
    public Task<ImportReport> SampleWithAsync(params (string File, Func<string, string> Change)[] changes) =>
        Scope.SendAsync(new ImportData(new TextSource([.. Directory.EnumerateFiles(Samples).Where(ImportSources.IsLoaded).Select(path =>
        {
            var (name, text) = (Path.GetFileName(path), File.ReadAllText(path));
            return (name, changes.Where(c => c.File == name).Aggregate(text, (t, c) => c.Change(t)));
        })], [.. Directory.EnumerateFiles(Samples, "*.pdf").Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))])));

    /// <summary>Starts a load that is broken off when its first rows have been written.</summary>
    /// <returns>How many that were.</returns>
    public async Task<long> BreakOffAsync(IImportSource source)
    {
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => Scope.RunAsync(services =>
            services.GetRequiredService<IImporter>().RunAsync(source, new StopOnce(stop), stop.Token)));
        return await AskAsync<long>("SELECT RowsApplied FROM ImportRun WHERE EndedAt IS NULL");
    }

    /// <summary>Every row of every table that a load writes.</summary>
    public async Task<string> DumpAsync()
    {
        await using var db = new DbSession(SqlDialect.For(Database.Options));
        var dump = new List<string>();
        foreach (var table in Tables)
        {
            await using var reader = await db.ReadAsync($"SELECT * FROM {table}");
            while (await reader.ReadAsync()) dump.Add(table + ": " + string.Join(';', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString())));
        }

        return string.Join('\n', dump);
    }

    /// <summary>A question past the session: it is no statement of the product.</summary>
    public async Task<T?> AskAsync<T>(Stmt question)
    {
        await using var connection = await SqlDialect.For(Database.Options).OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = question.For(Database.Options.Engine);
        return await command.ExecuteScalarAsync() is { } value and not DBNull
            ? (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), System.Globalization.CultureInfo.InvariantCulture)
            : default;
    }

    /// <summary>Changes what no load can.</summary>
    public async Task ExecuteAsync(string statement)
    {
        await using var connection = await SqlDialect.For(Database.Options).OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Scope.DisposeAsync();
        await Database.DisposeAsync();
    }

    internal static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Connect.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}

internal sealed class StopOnce(CancellationTokenSource stop) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value)
    {
        if (!value.IsChecking && value.Rows > 0) stop.Cancel();
    }
}

internal sealed class TextSource(IReadOnlyList<(string File, string Text)> files, params IReadOnlyList<(string Name, byte[] Content)> documents) : IImportSource
{
    public IReadOnlyDictionary<string, long> Documents { get; } = documents.ToDictionary(document => document.Name, document => (long)document.Content.Length);

    public Stream? OpenDocument(string name) => documents.FirstOrDefault(document => document.Name == name).Content is { } content ? new MemoryStream(content) : null;

    public IReadOnlyList<string> Files { get; } = [.. files.Select(f => f.File)];

    public Stream Open(string file) => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(files.First(f => f.File == file).Text));
}
