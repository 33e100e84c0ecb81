using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Domain.Users;
using NSubstitute;

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
    public async Task What_it_brought_last_stands_beside_it_however_it_came()
    {
        var scene = new KeptScene();
        var (other, newest, older) = (scene.Reports.Stored(), scene.Reports.Stored(ExportState.Failed) with { AskedKeptReportId = scene.Stored.Id }, scene.Reports.Stored() with { KeptReportId = scene.Stored.Id });
        scene.Reports.Exports.ListAsync(default, default, default).ReturnsForAnyArgs([other, newest, older]);
        var last = (await SendAsync(scene)).ShouldHaveSingleItem().Last;
        (last!.Id, last.State).ShouldBe((newest.Id, ExportState.Failed));
    }

    [Fact]
    public async Task Of_those_whose_data_the_user_may_not_see_any_more_the_name_and_the_days_are_told_so_that_they_can_be_removed()
    {
        var poor = new KeptScene(Right.RunReports);
        var kept = (await SendAsync(poor)).ShouldHaveSingleItem();
        (kept.Id, kept.Name, kept.MayRun, kept.Asked.Count).ShouldBe((poor.Stored.Id, poor.Stored.Name, false, 0));
        var masked = new KeptScene(Right.RunReports, Right.ViewSubscriptions);
        (await SendAsync(masked)).ShouldHaveSingleItem().MayRun.ShouldBeTrue();
        masked.Keep(new() { CalledNumbers = CalledNumbers.Shown });
        (await SendAsync(masked)).ShouldHaveSingleItem().MayRun.ShouldBeFalse();
    }

    private static Task<IReadOnlyList<KeptReportView>> SendAsync(KeptScene scene) =>
        new ListKeptReports.Handler(scene.Kept, scene.Views, scene.Reports.User).Handle(new(), default);
}
