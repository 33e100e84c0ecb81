using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-12", "warnings are turned on and off for all services")]
public sealed class WarnOfAllDataTests
{
    private readonly IDataWarnings _warnings = Substitute.For<IDataWarnings>();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly Scene.Audit _audit = new();
    private readonly CurrentUser _user = Scene.Caller();

    [Fact]
    public async Task Turned_on_a_round_begins_and_turned_off_none()
    {
        var me = _user.Identity!.Id;
        _warnings.OfAsync(me, null, Arg.Any<CancellationToken>()).Returns(new DataWarnings(false, false));
        _work.WaitingAsync(default!, default, default).ReturnsForAnyArgs([]);
        await SendAsync(true);
        await _warnings.Received(1).SetAsync(me, null, true, Arg.Any<CancellationToken>());
        (_audit.About, _audit.Before, _audit.After).ShouldBe((("User", me), "{ DataWarnings = False }", "{ DataWarnings = True }"));
        await SendAsync(false);
        await _warnings.Received(1).SetAsync(me, null, false, Arg.Any<CancellationToken>());
        await _work.ReceivedWithAnyArgs(1).EnqueueAsync(default!, default);
    }

    private Task SendAsync(bool on) => new WarnOfAllData.Handler(_warnings, new UsageRounds(_work, Scene.Clock()), _user, _audit).Handle(new WarnOfAllData(on), default);
}
