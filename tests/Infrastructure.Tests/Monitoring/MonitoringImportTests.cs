using Connect.Application.Operator;
using Connect.Domain.Monitoring;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Monitoring;

public abstract class MonitoringImportTests(DatabaseEngine engine)
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Early = Nine.AddDays(-12);
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact, Covers("SVC-3", "import of samples")]
    public async Task Measurements_are_stored_as_they_stand_in_the_stretch_that_holds_them()
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        var file = await scene.LoadAsync("O1;S4;2026-03-09T09:02:59Z;;23400000;6100000;6.125;0.25;99.5\n", "O1;S4;2026-03-09 10:05;fiveMinutes;;;;100;0\n",
            "O1;S4;2026-03-08 14:59;hour;5;6;7;8;9\n", "O1;S4;2026-03-07 00:00;day;1;2;3;4;5\n");

        (file.Added, file.Changed).ShouldBe((4, 0));
        var samples = await scene.PointsAsync(MonitoringResolution.FiveMinutes);
        samples[0].ShouldBe(new MonitoringPoint { At = Nine, InBits = 23_400_000, InMost = 23_400_000, OutBits = 6_100_000, OutMost = 6_100_000, Latency = 6125, Loss = 25, Availability = 9950 });
        samples[1].ShouldBe(new MonitoringPoint { At = Nine.AddMinutes(5), Loss = 10_000, Availability = 0 });
        var hour = (await scene.PointsAsync(MonitoringResolution.Hour)).ShouldHaveSingleItem();
        (hour.At, hour.Samples, hour.InBits, hour.Latency, hour.Loss, hour.Availability).ShouldBe((new(2026, 3, 8, 13, 0, 0, TimeSpan.Zero), 12, 5, 7000, 800, 900));
        var day = (await scene.PointsAsync(MonitoringResolution.Day)).ShouldHaveSingleItem();
        (day.At, day.Samples).ShouldBe((new(2026, 3, 6, 23, 0, 0, TimeSpan.Zero), 288));
        (await scene.StateAsync()).ShouldBe(new MonitoringState(false, Nine.AddMinutes(5), Nine.AddMinutes(5)));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_a_correction_changes_what_it_corrects()
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        (await scene.LoadAsync(MonitoringScene.Rows(Early, 1500))).Added.ShouldBe(1500);
        await scene.RollUpAsync();
        var before = await scene.Import.DumpAsync();
        (await scene.LoadAsync(MonitoringScene.Rows(Early, 1500))).ShouldSatisfyAllConditions(f => f.Added.ShouldBe(0), f => f.Changed.ShouldBe(0));
        (await scene.Import.DumpAsync()).ShouldBe(before);
        // Twice in one file, far apart: the later holds.
        var file = await scene.LoadAsync(MonitoringScene.Rows(Early, 1, inBits: 5), MonitoringScene.Rows(Early.AddDays(8), 800), MonitoringScene.Rows(Early, 1, inBits: 7), MonitoringScene.Rows(Early.AddDays(8), 1, inBits: 9));
        file.Added.ShouldBe(800);
        var samples = await scene.PointsAsync(MonitoringResolution.FiveMinutes);
        (samples.Count, samples[0].InBits, samples[1500].InBits).ShouldBe((2300, 7, 9));
    }

    [Fact, Covers("SVC-3", "state now and since when, also when measurements come late or again")]
    public async Task The_state_follows_late_and_corrected_measurements()
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        await scene.LoadAsync(MonitoringScene.Rows(Nine, 6), MonitoringScene.Rows(Nine.AddMinutes(60), 6, up: false));
        var newest = Nine.AddMinutes(85);
        (await scene.StateAsync()).ShouldBe(new MonitoringState(false, Nine.AddMinutes(60), newest));

        await scene.LoadAsync(MonitoringScene.Rows(Nine.AddMinutes(30), 6, up: false)); // late: it was gone earlier
        (await scene.StateAsync()).ShouldBe(new MonitoringState(false, Nine.AddMinutes(30), newest));

        await scene.LoadAsync(MonitoringScene.Rows(Nine.AddMinutes(30), 12)); // put right: it never was
        (await scene.StateAsync()).ShouldBe(new MonitoringState(true, Nine, newest));

        await scene.LoadAsync(MonitoringScene.Rows(newest.AddMinutes(5), 1));
        (await scene.StateAsync()).ShouldBe(new MonitoringState(true, Nine, newest.AddMinutes(5)));
    }

    [Fact]
    public async Task A_measurement_that_another_load_brought_meanwhile_is_found()
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        await scene.LoadAsync(MonitoringScene.Rows(Nine, 3));
        // As if the other load had not come to the state yet.
        await scene.Import.AskAsync<int?>("DELETE FROM MonitoringState");
        var file = await scene.LoadAsync(MonitoringScene.Rows(Nine, 4, inBits: 2000));
        (file.Added, file.Changed).ShouldBe((1, 3));
        (await scene.StateAsync()).ShouldBe(new MonitoringState(true, Nine, Nine.AddMinutes(15)));
    }

    [Fact, Covers("OPS-1", "a broken-off load of measurements is resumed")]
    public async Task A_load_that_was_broken_off_goes_on_where_it_stopped()
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        var source = new TextSource([("monitoring.csv", MonitoringScene.Header + MonitoringScene.Rows(Early, 2500))]);
        var applied = await scene.Import.BreakOffAsync(source);
        applied.ShouldBeInRange(1, 2499);

        var report = await scene.Import.Scope.SendAsync(new ImportData(source));

        report.Files.ShouldHaveSingleItem().Added.ShouldBe(2500 - applied);
        (await scene.PointsAsync(MonitoringResolution.FiveMinutes)).Count.ShouldBe(2500);
        (await scene.Import.AskAsync<int>("SELECT COUNT(*) FROM WorkItem WHERE Kind = 'monitoring.roll-up' AND State = 1")).ShouldBe(1);
    }

    [Theory]
    [InlineData("O1;S1;2026-03-09T09:00:00Z;;1;1;1;0;100", "subscription", "NotMonitored")]
    [InlineData("O1;S9;2026-03-09T09:00:00Z;;1;1;1;0;100", "subscription", "Reference")]
    [InlineData("O1;S4;2026-03-10T11:00:01Z;;1;1;1;0;100", "time", "InFuture")]
    [InlineData("O1;S4;2026-03-09T09:00:00Z;;-1;1;1;0;100", "inBitsPerSecond", "OutOfRange")]
    [InlineData("O1;S4;2026-03-09T09:00:00Z;;1;1;1.2345;0;100", "latencyMilliseconds", "NotDecimal")]
    [InlineData("O1;S4;2026-03-09T09:00:00Z;;1;1;1;0;100.01", "availabilityPercent", "OutOfRange")]
    [InlineData("O1;S4;2026-03-09T09:00:00Z;;1;1;1;-0.1;100", "packetLossPercent", "OutOfRange")]
    public async Task What_is_wrong_is_told_and_nothing_is_changed(string row, string column, string code)
    {
        await using var scene = await MonitoringScene.MakeAsync(_engine);
        var problem = (await scene.Import.LoadAsync(("monitoring.csv", MonitoringScene.Header + MonitoringScene.Rows(Nine, 1) + row + "\n"))).Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column, problem.Code).ShouldBe((3, column, code));
        (await scene.PointsAsync(MonitoringResolution.FiveMinutes)).ShouldBeEmpty();
    }
}

public sealed class MonitoringImportOnSqlite() : MonitoringImportTests(DatabaseEngine.Sqlite);

public sealed class MonitoringImportOnSqlServer() : MonitoringImportTests(DatabaseEngine.SqlServer);
