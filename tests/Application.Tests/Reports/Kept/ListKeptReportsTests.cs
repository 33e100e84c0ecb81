using Connect.Application.Reports.Kept;
using Connect.Domain.Users;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class ListKeptReportsTests
{
    [Fact]
    public async Task Ones_own_are_told_with_the_days_of_today()
    {
        var scene = new KeptScene();
        var kept = (await SendAsync(scene)).ShouldHaveSingleItem();
        (kept.Id, kept.Kind, kept.Name).ShouldBe((scene.Stored.Id, "numbers", "Månadens samtal"));
        kept.Asked.Select(asked => asked.Value).ShouldContain(value => value.StartsWith("2026-02-01 – 2026-02-28", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Those_of_data_that_the_user_may_not_see_any_more_are_not() => (await SendAsync(new(Right.RunReports))).ShouldBeEmpty();

    private static Task<IReadOnlyList<KeptReportView>> SendAsync(KeptScene scene) =>
        new ListKeptReports.Handler(scene.Kept, scene.Kinds, scene.Desk, scene.Reports.User).Handle(new(), default);
}
