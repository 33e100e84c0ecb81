using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

/// <summary>Removes exports after their time: the file first, so that no file is left that nothing knows of; and what a kill has left all the same.</summary>
internal sealed class ExportCleanUp(DbSession db, IFileStore files, TimeProvider clock, ReportOptions options) : IRecurringWork
{
    private static readonly TimeSpan PartsAfter = TimeSpan.FromDays(2);

    private static readonly Stmt SelectOld = "SELECT x.Id, x.FileKey FROM ReportExport x WHERE x.State IN (3, 4, 5) AND x.EndedAt < @before ORDER BY x.Seq";
    private static readonly Stmt SelectKeys = "SELECT x.FileKey FROM ReportExport x WHERE x.FileKey IS NOT NULL";
    private static readonly Stmt Delete = "DELETE FROM ReportExport WHERE Id = @id";

    public string Name => "report-exports";
    public TimeOnly At => new(3, 10);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var export in await db.ListAsync<OldExport>(SelectOld, new { before = now.AddDays(-options.KeepDays) }, cancellation))
        {
            if (export.FileKey is not null) await files.DeleteAsync(export.FileKey, cancellation);
            await db.ExecuteAsync(Delete, new { id = export.Id }, cancellation);
        }

        await RemoveFilesOfNobodyAsync(now, cancellation);
        await files.RemovePartsAsync(now - PartsAfter, cancellation);
    }

    // Killed between the file and its row, and then given up or stopped, an export leaves a file that no row tells of.
    private async Task RemoveFilesOfNobodyAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var known = (await db.ListAsync<string>(SelectKeys, cancellation: cancellation)).ToHashSet();
        foreach (var key in ExportWriter.Folders(now.AddDays(-options.KeepDays).AddYears(-1), now).SelectMany(folder => files.KeysOf(folder, now - PartsAfter)).ToList())
            if (!known.Contains(key)) await files.DeleteAsync(key, cancellation);
    }

    private sealed record OldExport
    {
        public Guid Id { get; init; }
        public string? FileKey { get; init; }
    }
}
