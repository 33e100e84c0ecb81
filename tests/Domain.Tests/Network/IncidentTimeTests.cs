using Connect.Domain.Network;
using Connect.TestKit;

namespace Connect.Domain.Tests.Network;

[Covers("DASH-2", "current and planned: when an incident is")]
public sealed class IncidentTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(IncidentKind.Outage, -2, null, null, IncidentState.Current)]
    [InlineData(IncidentKind.Outage, -2, -1, null, IncidentState.Current)]
    [InlineData(IncidentKind.Outage, -2, 5, -1, IncidentState.Ended)]
    [InlineData(IncidentKind.Outage, -2, 5, 0, IncidentState.Ended)]
    [InlineData(IncidentKind.Outage, -2, 5, 1, IncidentState.Current)]
    [InlineData(IncidentKind.PlannedWork, 1, 5, null, IncidentState.Planned)]
    [InlineData(IncidentKind.PlannedWork, 0, 5, null, IncidentState.Current)]
    [InlineData(IncidentKind.PlannedWork, -5, -1, null, IncidentState.Ended)]
    [InlineData(IncidentKind.PlannedWork, -5, null, null, IncidentState.Current)]
    [InlineData(IncidentKind.PlannedWork, 3, 5, -1, IncidentState.Ended)] // called off
    public void Its_state_follows_its_times(IncidentKind kind, int starts, int? expected, int? ended, IncidentState state) =>
        Time(kind, starts, expected, ended).StateAt(Now).ShouldBe(state);

    [Fact]
    public void An_outage_that_should_be_over_is_late_and_planned_work_is_not()
    {
        Time(IncidentKind.Outage, -5, -1, null).IsLateAt(Now).ShouldBeTrue();
        Time(IncidentKind.Outage, -5, 1, null).IsLateAt(Now).ShouldBeFalse();
        Time(IncidentKind.Outage, -5, null, null).IsLateAt(Now).ShouldBeFalse();
        Time(IncidentKind.Outage, -5, -2, -1).IsLateAt(Now).ShouldBeFalse();
        Time(IncidentKind.PlannedWork, -5, -1, null).IsLateAt(Now).ShouldBeFalse();
    }

    [Fact]
    public void Times_that_contradict_each_other_are_named()
    {
        Time(IncidentKind.Outage, 0, -1, null).Problem.ShouldBe("IncidentExpectedEnd");
        Time(IncidentKind.Outage, 0, null, -1).Problem.ShouldBe("IncidentEnd");
        Time(IncidentKind.PlannedWork, 0, 1, -1).Problem.ShouldBeNull("it was called off");
        Time(IncidentKind.Outage, 0, 0, 0).Problem.ShouldBeNull();
    }

    private static IncidentTime Time(IncidentKind kind, int starts, int? expected, int? ended) => new(kind, Now.AddHours(starts), At(expected), At(ended));

    private static DateTimeOffset? At(int? hours) => hours is { } given ? Now.AddHours(given) : null;
}
