using System.Data.Common;
using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Infrastructure.Reports.Excel;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Reports;

/// <summary>
/// Writes the file of an export, a few at a time in one process, and tells every second how far it has come. The file gets
/// its name when it is whole: a kill leaves a part that nobody sees.
/// </summary>
internal sealed class ExportWriter(IFileStore files, IServiceScopeFactory scopes, TimeProvider clock, ReportOptions options) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _turns = new(options.AtOnce);

    // What comes by itself leaves a turn for those who ask.
    private readonly SemaphoreSlim _turnsByItself = new(Math.Max(1, options.AtOnce - 1));

    /// <summary>A turn to write in, or null while as many as may are writing. Given back by disposing it.</summary>
    /// <param name="byItself">For a report that comes by itself: those never have all the turns, where there are several.</param>
    public IDisposable? TryTakeTurn(bool byItself)
    {
        if (!byItself) return _turns.Wait(0) ? new Turn(_turns) : null;
        if (!_turnsByItself.Wait(0)) return null;
        if (_turns.Wait(0)) return new Turn(_turns, _turnsByItself);
        _turnsByItself.Release();
        return null;
    }

    /// <returns>Null when the user stopped it.</returns>
    public async Task<WrittenExport?> WriteAsync(Guid exportId, ExportSheet sheet, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            return await FileAsync(exportId, sheet, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The folders of the files that were written between the instants.</summary>
    public static IEnumerable<string> Folders(DateTimeOffset from, DateTimeOffset to)
    {
        for (var month = new DateTimeOffset(from.Year, from.Month, 1, 0, 0, 0, TimeSpan.Zero); month <= to; month = month.AddMonths(1)) yield return FolderOf(month);
    }

    public void Dispose()
    {
        _turns.Dispose();
        _turnsByItself.Dispose();
    }

    private static string FolderOf(DateTimeOffset written) => $"exports/{written:yyyy-MM}";

    private async Task<WrittenExport> FileAsync(Guid exportId, ExportSheet sheet, CancellationTokenSource stop)
    {
        var key = $"{FolderOf(clock.GetUtcNow())}/{exportId:N}.xlsx";
        await using var file = await files.CreateAsync(key, stop.Token);
        using var writer = new ReportWorkbook(file.Stream, sheet.Title, sheet.Columns, sheet.Head, stop.Token);
        using var done = new CancellationTokenSource();
        var progress = FollowAsync(exportId, writer, stop, done.Token);
        try
        {
            // The readers of SQLite never yield; the one who asked must not wait for the last row.
            await Task.Run(() => WriteAsync(writer, sheet, stop.Token), stop.Token);
        }
        finally
        {
            await done.CancelAsync();
            await progress;
        }

        stop.Token.ThrowIfCancellationRequested();
        writer.Complete();
        var bytes = file.Stream.Length;
        await file.CompleteAsync(stop.Token);
        return new(key, writer.Rows, writer.Sheets, bytes);
    }

    private static async Task WriteAsync(ReportWorkbook writer, ExportSheet sheet, CancellationToken cancellation)
    {
        await sheet.WriteAsync(writer, cancellation);
        foreach (var next in sheet.More)
        {
            writer.Next(next.Title, next.Columns, next.Head);
            await next.WriteAsync(writer, cancellation);
        }
    }

    private async Task FollowAsync(Guid exportId, ReportWorkbook writer, CancellationTokenSource stop, CancellationToken done)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        try
        {
            while (await beat.WaitForNextTickAsync(done))
            {
                if (!await IsAwaitedAsync(exportId, writer.Rows, done)) await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // All rows are written.
        }
    }

    // A database that is away for a moment costs a beat, not the rows that are written.
    private async Task<bool> IsAwaitedAsync(Guid exportId, long rows, CancellationToken done)
    {
        try
        {
            // The job's own connection is busy reading.
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ExportRuns>().MoveAsync(exportId, rows, done);
        }
        catch (DbException)
        {
            return true;
        }
    }

    private sealed class Turn(params SemaphoreSlim[] turns) : IDisposable
    {
        public void Dispose()
        {
            foreach (var turn in turns) turn.Release();
        }
    }
}
