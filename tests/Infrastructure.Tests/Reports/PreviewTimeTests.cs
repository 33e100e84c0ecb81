using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>A preview that takes too long is stopped in the midst of its statement.</summary>
public sealed class PreviewTimeTests
{
    private static readonly Stmt Endless = new(
        "WITH RECURSIVE n (I) AS (SELECT 1 UNION ALL SELECT I + 1 FROM n) SELECT COUNT(*) FROM n",
        "WITH n (I) AS (SELECT 1 UNION ALL SELECT I + 1 FROM n) SELECT COUNT(*) FROM n OPTION (MAXRECURSION 0)");
    private static readonly Stmt One = "SELECT COUNT(*) FROM Organisation";

    [Fact]
    [Covers("REP-0", "a preview that takes too long is stopped")]
    public async Task A_statement_without_end_is_stopped_and_the_report_can_still_be_exported()
    {
        await using var scene = await ExportScene.MakeAsync(DatabaseEngine.Sqlite);
        var scope = scene.As(replace: services => Timed(services).AddSingleton(new ReportOptions { PreviewTime = TimeSpan.FromMilliseconds(30) }).AddReport<EndlessReport>());

        var preview = await scope.SendAsync(new PreviewReport { Kind = "endless" });

        (preview.IsTooLong, preview.Records).ShouldBe((true, 0));
        await scope.SendAsync(new GenerateReport { Kind = "endless", RequestId = Guid.CreateVersion7() });
    }

    [Fact]
    public async Task What_ends_in_time_is_shown_and_the_session_works_on_after_a_stop()
    {
        await using var scene = await ExportScene.MakeAsync(DatabaseEngine.Sqlite);
        await using var services = scene.As(replace: services => Timed(services)).Services.CreateAsyncScope();
        var (limit, db) = (services.ServiceProvider.GetRequiredService<ITimeLimit>(), services.ServiceProvider.GetRequiredService<DbSession>());
        (await limit.WithinAsync<object>(TimeSpan.FromMilliseconds(30), async stop => await db.FirstOrDefaultAsync<long>(Endless, cancellation: stop), default)).ShouldBeNull();
        (await limit.WithinAsync<object>(TimeSpan.FromMinutes(1), async stop => await db.FirstOrDefaultAsync<long>(One, cancellation: stop), default)).ShouldBe(1L);
    }

    [Fact]
    public async Task Who_goes_away_and_what_fails_are_no_late_previews()
    {
        await using var scene = await ExportScene.MakeAsync(DatabaseEngine.Sqlite);
        await using var services = scene.As(replace: services => Timed(services)).Services.CreateAsyncScope();
        var limit = services.ServiceProvider.GetRequiredService<ITimeLimit>();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => limit.WithinAsync(TimeSpan.FromMinutes(1), stop => Task.FromCanceled<object>(stop), gone.Token));
        await Should.ThrowAsync<InvalidOperationException>(() => limit.WithinAsync(TimeSpan.FromMinutes(1), Task<object> (_) => throw new InvalidOperationException("Broken."), default));
    }

    // The clock that goes by itself: a statement is stopped while it runs.
    private static IServiceCollection Timed(IServiceCollection services) => services.AddSingleton(TimeProvider.System);

    private sealed class EndlessReport(DbSession db) : IReport
    {
        public Report Definition { get; } = new() { Kind = "endless", Texts = new("Reports.Traffic", "Reports.TrafficHint"), Rights = [Right.ViewSubscriptions] };

        public Task<IReadOnlyList<ReportSheet>> OpenAsync(ReportParameters parameters, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<ReportSheet>>([new("Blad", [], (_, _, stop) => db.FirstOrDefaultAsync<long>(Endless, cancellation: stop))]);
    }
}
