using System.Globalization;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Connect.Infrastructure.Persistence;

/// <summary>Brings the schema up to date: the scripts of <c>Migrations/{engine}</c> that have not run, in order, each in a transaction.</summary>
public sealed class Migrator(DatabaseOptions options, ILogger<Migrator> logger)
{
    // An index over all usage of a large operator takes longer than a statement has otherwise.
    private static readonly TimeSpan LongestScript = TimeSpan.FromHours(2);

    /// <returns>The number of scripts that were run.</returns>
    public int Run()
    {
        using var sqlite = options.Engine == DatabaseEngine.Sqlite ? OpenSqlite() : null;
        var result = Upgrader(sqlite).PerformUpgrade();
        if (!result.Successful) throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed.", result.Error);
        if (sqlite is not null) RebuildWhenCollationChanged(sqlite);
        return result.Scripts.Count();
    }

    /// <summary>The scripts that have not run, by name. Runs nothing.</summary>
    public IReadOnlyList<string> Pending()
    {
        using var sqlite = options.Engine == DatabaseEngine.Sqlite ? OpenSqlite() : null;
        return [.. Upgrader(sqlite).GetScriptsToExecute().Select(script => script.Name)];
    }

    private UpgradeEngine Upgrader(SqliteConnection? sqlite)
    {
        var scripts = $".Migrations.{options.Engine}.";
        var target = sqlite is null ? DeployChanges.To.SqlDatabase(options.ConnectionString) : DeployChanges.To.SqliteDatabase(new SharedConnection(sqlite));
        return target
            .WithScriptsEmbeddedInAssembly(typeof(Migrator).Assembly, name => name.Contains(scripts, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithExecutionTimeout(LongestScript)
            .LogTo(new Log(logger))
            .Build();
    }

    private SqliteConnection OpenSqlite()
    {
        var file = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(options.ConnectionString);
        connection.Open();
        SwedishText.Register(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
        return connection;
    }

    // Indexes in Swedish order are only right for the ICU data they were built with.
    private void RebuildWhenCollationChanged(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Value FROM Setting WHERE Name = 'CollationVersion'";
        var known = command.ExecuteScalar() as string;
        if (known == SwedishText.CollationVersion) return;
        if (known is not null)
        {
            logger.LogWarning("The collation changed from {Known} to {Current}; indexes are rebuilt", known, SwedishText.CollationVersion);
            command.CommandText = "REINDEX SV_CI";
            command.ExecuteNonQuery();
        }

        command.CommandText = "INSERT INTO Setting (Name, Value) VALUES ('CollationVersion', @version) ON CONFLICT (Name) DO UPDATE SET Value = @version";
        command.Parameters.AddWithValue("@version", SwedishText.CollationVersion);
        command.ExecuteNonQuery();
    }

    private sealed class Log(ILogger logger) : IUpgradeLog
    {
        public void LogTrace(string format, params object[] args) { }
        public void LogDebug(string format, params object[] args) { }
        public void LogInformation(string format, params object[] args) => logger.LogDebug("{Migration}", string.Format(CultureInfo.InvariantCulture, format, args));
        public void LogWarning(string format, params object[] args) => logger.LogWarning("{Migration}", string.Format(CultureInfo.InvariantCulture, format, args));
        public void LogError(string format, params object[] args) => logger.LogError("{Migration}", string.Format(CultureInfo.InvariantCulture, format, args));
        public void LogError(Exception ex, string format, params object[] args) => logger.LogError(ex, "{Migration}", string.Format(CultureInfo.InvariantCulture, format, args));
    }
}
