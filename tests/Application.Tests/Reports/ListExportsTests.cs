using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

public sealed class ListExportsTests
{
    [Fact]
    [Covers("REP-0", "listed under Mina rapporter")]
    public async Task The_users_own_are_listed_within_the_reach_of_now()
    {
        var scene = new ReportScene();
        var (first, second) = (scene.Stored(), scene.Stored(ExportState.Failed));
        scene.Exports.ListAsync(Scene.Reach, scene.User.Identity!.Id, Arg.Any<CancellationToken>()).Returns([first, second]);
        var views = await new ListExports.Handler(scene.Own).Handle(new ListExports(), default);
        views.Select(view => (view.Id, view.State)).ShouldBe([(first.Id, ExportState.Done), (second.Id, ExportState.Failed)]);
    }
}
