using Connect.Infrastructure.Identity;
using Connect.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connect.TestKit;

/// <summary>
/// A database of its own for a test, migrated and empty, with a temporary folder that goes with it: on SQLite a copy of one that was made
/// once, on SQL Server one of <see cref="ServerDatabase"/>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly string _folder = Directory.CreateTempSubdirectory("connect-test-").FullName;

    public TestDatabase(DatabaseEngine engine = DatabaseEngine.Sqlite) =>
        Options = engine == DatabaseEngine.Sqlite ? DatabaseOptions.Sqlite(Copied(Path.Combine(_folder, "connect.db"))) : Made(ServerDatabase.Create());

    public DatabaseOptions Options { get; }

    /// <summary>A folder for files beside the database.</summary>
    public string Folder => _folder;

    public ValueTask DisposeAsync()
    {
        if (Options.Engine == DatabaseEngine.SqlServer) ServerDatabase.Drop(Options);
        else Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Copied(string file)
    {
        File.Copy(Template.Value, file);
        return file;
    }

    private static string MakeTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("connect-template-").FullName, "connect.db");
        Made(DatabaseOptions.Sqlite(file));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return file;
    }

    private static DatabaseOptions Made(DatabaseOptions options)
    {
        new Migrator(options, NullLogger<Migrator>.Instance).Run();
        using var provider = new ServiceCollection().AddLogging().AddPersistence(options).AddSecrets(new ConfigurationManager()).BuildServiceProvider();
        provider.EnsureSecretKeys();
        return options;
    }
}
