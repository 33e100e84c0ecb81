using System.Data.Common;
using Connect.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;

namespace Connect.Infrastructure.Operations;

internal sealed class DatabaseCheck(SqlDialect dialect, DatabaseOptions options) : IInstallationCheck
{
    public string Name => "database";

    public async Task<CheckResult> RunAsync(CancellationToken cancellation)
    {
        if (SqliteFile.Of(options) is { } file && !File.Exists(file)) return CheckResult.Wrong($"{file} does not exist; it is made at the first start or by 'migrate'.");
        await using var connection = await dialect.OpenAsync(cancellation);
        return CheckResult.Good($"{options.Engine} answers, version {connection.ServerVersion}.");
    }
}

internal sealed class SchemaCheck(Migrator migrator, DatabaseOptions options) : IInstallationCheck
{
    public string Name => "schema";

    public Task<CheckResult> RunAsync(CancellationToken cancellation)
    {
        if (SqliteFile.Of(options) is { } file && !File.Exists(file)) return Task.FromResult(CheckResult.Wrong("There is no database yet."));
        var pending = migrator.Pending();
        return Task.FromResult(pending.Count == 0
            ? CheckResult.Good("is current.")
            : CheckResult.Wrong($"{pending.Count} migrations have not run; 'migrate' or the next start runs them: {string.Join(", ", pending)}"));
    }
}

/// <summary>An outside tool cannot do this: it does not know the Swedish collation.</summary>
internal sealed class IntegrityCheck(SqlDialect dialect, DatabaseOptions options) : IInstallationCheck
{
    public string Name => "integrity";

    public async Task<CheckResult> RunAsync(CancellationToken cancellation)
    {
        if (SqliteFile.Of(options) is not { } file) return CheckResult.Good("is the server's own care (DBCC CHECKDB).");
        if (!File.Exists(file)) return CheckResult.Wrong("There is no database yet.");
        await using var connection = await dialect.OpenAsync(cancellation);
        var found = await ReadAsync(connection, "PRAGMA integrity_check", 0, cancellation);
        if (found is not ["ok"]) return CheckResult.Wrong(string.Join("; ", found));
        var orphans = await ReadAsync(connection, "PRAGMA foreign_key_check", 0, cancellation);
        return orphans.Count == 0 ? CheckResult.Good("The file is whole.") : CheckResult.Wrong($"Rows without what they refer to in {string.Join(", ", orphans.Distinct())}.");
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string pragma, int column, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragma;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellation)) rows.Add(reader.GetString(column));
        return rows;
    }
}

/// <summary>The file behind the embedded database.</summary>
internal static class SqliteFile
{
    public static string? Of(DatabaseOptions options) =>
        options.Engine == DatabaseEngine.Sqlite ? Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource) : null;
}
