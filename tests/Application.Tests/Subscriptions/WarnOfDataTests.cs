using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-12", "warnings are turned on and off for a service")]
public sealed class WarnOfDataTests
{
    private readonly ISubscriptionRepository _subscriptions = Substitute.For<ISubscriptionRepository>();
    private readonly IDataWarnings _warnings = Substitute.For<IDataWarnings>();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly Scene.Audit _audit = new();
    private readonly CurrentUser _user = Scene.Caller();
    private readonly Subscription _service = Scene.Service();
    private readonly UsageRounds _round;

    public WarnOfDataTests()
    {
        _subscriptions.FindAsync(Scene.Reach, _service.Id, Arg.Any<CancellationToken>()).Returns(_service);
        _warnings.OfAsync(_user.Identity!.Id, Arg.Any<Guid?>(), Arg.Any<CancellationToken>()).Returns(new DataWarnings(false, true));
        _work.WaitingAsync(default!, default, default).ReturnsForAnyArgs([]);
        _round = new UsageRounds(_work, Scene.Clock());
    }

    [Fact]
    public async Task For_a_service_it_begins_a_round_and_stands_in_the_audit_log()
    {
        await SendAsync(_service.Id, true);
        await _warnings.Received(1).SetAsync(_user.Identity!.Id, _service.Id, true, Arg.Any<CancellationToken>());
        await _work.Received(1).EnqueueAsync(Arg.Is<NewWork>(work => work.Kind == "usage.warnings" && work.DueAt == Scene.Now.AddMinutes(1)), Arg.Any<CancellationToken>());
        (_audit.About, _audit.Before, _audit.After).ShouldBe((("Subscription", _service.Id), "{ DataWarning = False }", "{ DataWarning = True }"));
    }

    [Fact]
    public async Task Turned_off_no_round_begins()
    {
        await SendAsync(_service.Id, false);
        await _warnings.Received(1).SetAsync(_user.Identity!.Id, _service.Id, false, Arg.Any<CancellationToken>());
        await _work.DidNotReceiveWithAnyArgs().EnqueueAsync(default!, default);
    }

    [Fact]
    public async Task A_round_that_waits_serves_all()
    {
        _work.WaitingAsync(Arg.Any<string>(), Arg.Any<Guid>(), Arg.Any<CancellationToken>()).Returns([new WaitingWork(Guid.CreateVersion7(), null)]);
        await SendAsync(_service.Id, true);
        await _round.UsageChangedAsync([new DateOnly(2026, 3, 1)], default);
        await _work.DidNotReceiveWithAnyArgs().EnqueueAsync(default!, default);
    }

    [Fact]
    public async Task Only_usage_of_the_month_that_it_is_begins_one()
    {
        await _round.UsageChangedAsync([new DateOnly(2026, 2, 1), new DateOnly(2026, 4, 1)], default);
        await _work.DidNotReceiveWithAnyArgs().EnqueueAsync(default!, default);
        await _round.UsageChangedAsync([new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1)], default);
        await _work.Received(1).EnqueueAsync(Arg.Is<NewWork>(work => work.Kind == "usage.warnings"), Arg.Any<CancellationToken>());
        await _work.Received(1).EnqueueAsync(Arg.Is<NewWork>(work => work.Kind == "usage.cost-caps"), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_line_has_no_data_to_warn_of()
    {
        var line = new Subscription(Scene.Service().Data with { Kind = SubscriptionKind.Broadband });
        _subscriptions.FindAsync(Scene.Reach, line.Id, Arg.Any<CancellationToken>()).Returns(line);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(line.Id, true))).Code.ShouldBe("TopUpNotForThisService");
        await Should.NotThrowAsync(() => SendAsync(line.Id, false));
    }

    [Fact]
    public async Task Of_a_service_that_has_ended_nobody_is_warned()
    {
        var ended = Scene.Service(SubscriptionStatus.Terminated);
        _subscriptions.FindAsync(Scene.Reach, ended.Id, Arg.Any<CancellationToken>()).Returns(ended);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(ended.Id, true))).Code.ShouldBe("ServiceHasEnded");
        await Should.NotThrowAsync(() => SendAsync(ended.Id, false));
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7(), true));

    private Task SendAsync(Guid service, bool on) => new WarnOfData.Handler(_subscriptions, _warnings, _round, _user, _audit).Handle(new WarnOfData(service, on), default);
}
