using Connect.Infrastructure.Identity;
using Connect.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connect.TestKit;

/// <summary>A database of its own for a test: a copy of a migrated empty one, in a temporary folder that goes with it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly string _folder = Directory.CreateTempSubdirectory("connect-test-").FullName;

    public TestDatabase()
    {
        var file = Path.Combine(_folder, "connect.db");
        File.Copy(Template.Value, file);
        Options = DatabaseOptions.Sqlite(file);
    }

    public DatabaseOptions Options { get; }

    /// <summary>A folder for files beside the database.</summary>
    public string Folder => _folder;

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string MakeTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("connect-template-").FullName, "connect.db");
        var options = DatabaseOptions.Sqlite(file);
        new Migrator(options, NullLogger<Migrator>.Instance).Run();
        using (var provider = new ServiceCollection().AddLogging().AddPersistence(options).AddSecrets(new ConfigurationManager()).BuildServiceProvider())
            provider.EnsureSecretKeys();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return file;
    }
}
