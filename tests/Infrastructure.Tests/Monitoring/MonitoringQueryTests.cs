using Connect.Application.Common.Errors;
using Connect.Application.Monitoring;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Reports;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Monitoring;

public abstract class MonitoringQueryTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private ExportScene _scene = null!;
    private Guid _line;

    public async ValueTask InitializeAsync()
    {
        _scene = await ExportScene.MakeAsync(_engine);
        _line = await _scene.World.SubscriptionAsync(_scene.SubAccount, "Kontoret", SubscriptionKind.Capacity);
    }

    public async ValueTask DisposeAsync()
    {
        await _scene.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact, Covers("SVC-3", "day in five minutes, month in hours, half-year in days")]
    public async Task Each_period_reads_its_resolution()
    {
        await _scene.World.MonitoringAsync(_line, World.Now.AddDays(-3), 864);
        await _scene.World.RolledMonitoringAsync(_line, "MonitoringHour", World.Now.AddDays(-20));
        await _scene.World.RolledMonitoringAsync(_line, "MonitoringDay", StockholmTime.StartOf(World.Today.AddDays(-100)), availability: 9950);

        var day = await AskAsync(MonitoringPeriod.Day);
        (day.Points.Count, day.Points[0].At, day.State!.Since).ShouldBe((288, World.Now.AddDays(-1), World.Now.AddDays(-3)));
        day.Points[0].ShouldBe(new MonitoringLine(World.Now.AddDays(-1), 40_000_000, 40_000_000, 10_000_000, 10_000_000, 6.5m, 0, 100));
        (await AskAsync(MonitoringPeriod.Week)).Points.Count.ShouldBe(864);
        (await AskAsync(MonitoringPeriod.Month)).Points.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.HighestInBitsPerSecond.ShouldBe(80_000_000), p => p.PacketLossPercent.ShouldBe(0.25m));
        (await AskAsync(MonitoringPeriod.HalfYear)).Points.ShouldHaveSingleItem().AvailabilityPercent.ShouldBe(99.5m);
    }

    [Fact, Covers("SVC-3", "services without support show no graph")]
    public async Task What_is_not_monitored_or_never_can_be_has_no_state()
    {
        (await AskAsync(MonitoringPeriod.Day)).State.ShouldBeNull();
        await _scene.World.MonitoringAsync(_scene.Service, World.Now.AddHours(-1), 12);
        (await AskAsync(MonitoringPeriod.Day, _scene.Service)).ShouldSatisfyAllConditions(view => view.State.ShouldBeNull(), view => view.Points.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_service_outside_the_reach_or_kept_out_of_the_portal_is_not_there()
    {
        await _scene.World.MonitoringAsync(_line, World.Now.AddHours(-1), 12);
        var other = await _scene.World.AccountAsync(_scene.Organisation.RootId, "Vården");
        var beside = _scene.As(await _scene.World.UserAsync(other));
        await Should.ThrowAsync<NotFoundException>(() => beside.SendAsync(new GetMonitoring(_line, MonitoringPeriod.Day)));
        await Should.ThrowAsync<NotFoundException>(() => beside.SendAsync(new ExportMonitoring(_line, MonitoringPeriod.Day, Guid.CreateVersion7())));
        var hidden = await _scene.World.SubscriptionAsync(_scene.SubAccount, kind: SubscriptionKind.Broadband, hidden: true);
        await Should.ThrowAsync<NotFoundException>(() => AskAsync(MonitoringPeriod.Day, hidden));
        var foreign = await _scene.World.UserAsync((await _scene.World.OrganisationAsync()).RootId);
        await Should.ThrowAsync<NotFoundException>(() => _scene.As(foreign).SendAsync(new GetMonitoring(_line, MonitoringPeriod.Day)));
    }

    [Fact, Covers("SVC-11", "monitoring before the move is not seen from the new account alone")]
    public async Task A_moved_line_shows_the_time_before_only_to_those_who_see_both_accounts()
    {
        await _scene.World.MonitoringAsync(_line, World.Now.AddDays(-3), 864);
        var before = await _scene.World.AccountAsync(_scene.Organisation.RootId, "Vården");
        await _scene.World.InsertAsync("SubscriptionMove", ("SubscriptionId", _line), ("FromAccountId", before), ("MovedOn", World.Today));
        (await AskAsync(MonitoringPeriod.Week)).Points.Count.ShouldBe(864);

        var view = await _scene.As(await _scene.World.UserAsync(_scene.SubAccount)).SendAsync(new GetMonitoring(_line, MonitoringPeriod.Week));

        var moved = StockholmTime.StartOf(World.Today);
        (view.From, view.Points[0].At, view.State!.Since).ShouldBe((moved, moved, moved));
    }

    [Fact, Covers("SVC-3", "export of the period to Excel")]
    public async Task The_export_holds_every_value_of_the_period()
    {
        await _scene.World.MonitoringAsync(_line, World.Now.AddDays(-3), 862);
        await _scene.World.RolledMonitoringAsync(_line, "MonitoringHour", new(2026, 2, 20, 23, 0, 0, TimeSpan.Zero), 12_345_678);
        var scope = _scene.As();

        var day = await scope.SendAsync(new ExportMonitoring(_line, MonitoringPeriod.Day, Guid.CreateVersion7()));
        var month = await scope.SendAsync(new ExportMonitoring(_line, MonitoringPeriod.Month, Guid.CreateVersion7()));
        await _scene.RunJobAsync(day);
        await _scene.RunJobAsync(month);

        using (var book = await ExportScene.OpenAsync(scope, day))
        {
            book.Worksheet(1).Row(1).CellsUsed().Select(cell => cell.GetString()).ShouldBe(["Tid", "In, Mbit/s", "Ut, Mbit/s", "Fördröjning, ms", "Paketförlust, %", "Tillgänglighet, %"]);
            book.Worksheet(1).RowsUsed().Count().ShouldBe(1 + 286);
        }

        using var hours = await ExportScene.OpenAsync(scope, month);
        var row = hours.Worksheet(1).Row(2);
        row.Cell(1).GetDateTime().ShouldBe(new DateTime(2026, 2, 21, 0, 0, 0), TimeSpan.FromMilliseconds(1));
        Enumerable.Range(2, 7).Select(cell => row.Cell(cell).GetValue<decimal>()).ShouldBe([12.345678m, 24.691356m, 3.086419m, 6.172839m, 6.5m, 0.25m, 100]);
    }

    private Task<MonitoringView> AskAsync(MonitoringPeriod period, Guid? service = null) => _scene.As().SendAsync(new GetMonitoring(service ?? _line, period));
}

public sealed class MonitoringQueryOnSqlite() : MonitoringQueryTests(DatabaseEngine.Sqlite);

public sealed class MonitoringQueryOnSqlServer() : MonitoringQueryTests(DatabaseEngine.SqlServer);
