using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;

namespace Connect.Infrastructure.Operations;

/// <summary>
/// <c>backup FILE</c>: a copy of the embedded database as it stands at one instant, while the program runs. Restore: stop the
/// program, put the file in the database's place, start.
/// </summary>
internal sealed class BackupCommand(SqlDialect dialect, DatabaseOptions options) : IProgramCommand
{
    public string Name => "backup";
    public string Usage => "backup FILE                  copy the embedded database while the program runs";
    public bool NeedsSchema => false;

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        if (arguments is not [var named])
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var target = CommandPath.Of(named);

        if (SqliteFile.Of(options) is not { } source) return await RefuseAsync(output, "SQL Server makes its own backups: BACKUP DATABASE.");
        if (!File.Exists(source)) return await RefuseAsync(output, $"There is no database at {source}.");
        if (File.Exists(target)) return await RefuseAsync(output, $"{target} exists already and is left as it is.");
        if (!Directory.Exists(Path.GetDirectoryName(target))) return await RefuseAsync(output, $"There is no folder {Path.GetDirectoryName(target)}.");
        await CopyAsync(target, cancellation);
        await output.WriteLineAsync($"{target}: {new FileInfo(target).Length / 1024} kB. Exports and other files lie beside the database and are copied as files.");
        return 0;
    }

    // Under another name until it is whole: a broken-off copy is never taken for a backup.
    private async Task CopyAsync(string target, CancellationToken cancellation)
    {
        var part = target + ".part";
        File.Delete(part);
        await using (var from = (SqliteConnection)await dialect.OpenAsync(cancellation))
        await using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ConnectionString))
        {
            await to.OpenAsync(cancellation);
            from.BackupDatabase(to);
        }

        File.Move(part, target);
    }

    private static async Task<int> RefuseAsync(TextWriter output, string reason)
    {
        await output.WriteLineAsync(reason);
        return 1;
    }
}
