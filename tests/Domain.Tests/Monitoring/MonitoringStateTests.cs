using Connect.Domain.Monitoring;
using Connect.TestKit;

namespace Connect.Domain.Tests.Monitoring;

[Covers("SVC-3", "state now and since when")]
public sealed class MonitoringStateTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_as_its_newest_measurement_says_since_the_last_turn()
    {
        var state = new[] { (0, true), (5, true), (10, false), (15, false), (20, true), (25, true) }
            .Aggregate((MonitoringState?)null, (before, next) => MonitoringState.After(before, Sample(next.Item1, next.Item2)));
        state.ShouldBe(new MonitoringState(true, Nine.AddMinutes(20), Nine.AddMinutes(25)));
    }

    [Fact]
    public void A_little_of_the_time_is_up() => MonitoringState.After(null, Sample(0, true) with { Availability = 1 }).IsUp.ShouldBeTrue();

    [Fact]
    public void By_all_measurements_it_stands_since_the_turn()
    {
        var turn = new MonitoringTurn { Oldest = Nine, Newest = Nine.AddMinutes(30), LastUp = Nine.AddMinutes(10), TurnedAt = Nine.AddMinutes(20) };
        MonitoringState.Of(null, turn).ShouldBe(new MonitoringState(false, Nine.AddMinutes(20), Nine.AddMinutes(30)));
        MonitoringState.Of(null, turn with { LastUp = turn.Newest }).IsUp.ShouldBeTrue();
    }

    [Fact]
    public void Where_all_agree_what_was_known_before_tells_of_longer()
    {
        var (month, turn) = (Nine.AddMonths(-1), new MonitoringTurn { Oldest = Nine, Newest = Nine.AddMinutes(30), LastUp = Nine.AddMinutes(30) });
        MonitoringState.Of(new(true, month, Nine), turn).Since.ShouldBe(month);
        MonitoringState.Of(new(false, month, Nine), turn).Since.ShouldBe(Nine);
        MonitoringState.Of(new(true, Nine.AddMinutes(20), Nine), turn).Since.ShouldBe(Nine);
        MonitoringState.Of(null, turn with { LastUp = null }).ShouldBe(new MonitoringState(false, Nine, turn.Newest));
    }

    [Fact]
    public void An_old_measurement_does_not_say_how_it_is_now()
    {
        var state = new MonitoringState(true, Nine, Nine);
        state.IsStale(Nine + MonitoringState.FreshFor).ShouldBeFalse();
        state.IsStale(Nine + MonitoringState.FreshFor + TimeSpan.FromSeconds(1)).ShouldBeTrue();
    }

    private static MonitoringPoint Sample(int minute, bool up) => new() { At = Nine.AddMinutes(minute), Availability = up ? MonitoringPoint.Whole : 0 };
}
