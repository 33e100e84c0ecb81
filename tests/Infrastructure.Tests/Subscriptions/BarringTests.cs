using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Infrastructure.Tests.Subscriptions;

[Covers("SVC-7")]
public abstract class BarringTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private readonly IOperatorGateway _gateway = Substitute.For<IOperatorGateway>();
    private ReplacementWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(_engine, _gateway);
        Answers(new GatewayAnswer.Done());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Covers("SVC-7", "add and remove")]
    public async Task A_barring_is_under_way_until_the_operator_has_it_and_acts_from_then_on()
    {
        await AddAsync(BarringKind.PremiumCalls, BarringKind.AllRoaming);
        (await BarringsAsync()).ShouldBe([(BarringKind.PremiumCalls, ChangeState.BeingAdded), (BarringKind.AllRoaming, ChangeState.BeingAdded)]);
        await _world.Anna.RunDueWorkAsync();
        (await BarringsAsync()).ShouldBe([(BarringKind.PremiumCalls, ChangeState.InEffect), (BarringKind.AllRoaming, ChangeState.InEffect)]);
        await RemoveAsync(BarringKind.PremiumCalls);
        (await BarringsAsync())[0].ShouldBe((BarringKind.PremiumCalls, ChangeState.BeingRemoved));
        await _world.Anna.RunDueWorkAsync();
        (await BarringsAsync()).ShouldBe([(BarringKind.AllRoaming, ChangeState.InEffect)]);
        (await _world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.BarringsAdded, SubscriptionEventKinds.BarringsInEffect, SubscriptionEventKinds.BarringsRemoved, SubscriptionEventKinds.BarringsLifted]);
        (await DetailAsync()).History.Select(line => (line.Values.Single(), line.Actor == SubscriptionEvent.OperatorActor)).ShouldBe([
            ("Betalsamtal", true), ("Betalsamtal", false), ("Betalsamtal, All användning utomlands", true), ("Betalsamtal, All användning utomlands", false)]);
    }

    [Fact]
    [Covers("SVC-7", "a refusal leaves the service as it was and says why")]
    public async Task What_the_operator_refuses_is_as_it_was_and_the_reason_is_shown()
    {
        await _world.World.BarringAsync(_world.Service, BarringKind.AllData);
        Answers(new GatewayAnswer.Rejected("Spärren kräver ett annat avtal."));
        await _world.Anna.SendAsync(new SetBarrings(_world.Service, [BarringKind.LostOrStolen], [BarringKind.AllData], Guid.NewGuid()));
        await _world.Anna.RunDueWorkAsync();
        (await BarringsAsync()).ShouldBe([(BarringKind.AllData, ChangeState.InEffect)]);
        var detail = await DetailAsync();
        detail.Facts.Status.ShouldBe(SubscriptionStatus.Active);
        detail.BarringsRefused!.Values.ShouldBe(["Hela tjänsten (borttappad eller stulen), All data", "Spärren kräver ett annat avtal."]);
        (detail.History[0].Kind, detail.History[0].Actor).ShouldBe((SubscriptionEventKinds.BarringsRefused, SubscriptionEvent.OperatorActor));

        Answers(new GatewayAnswer.Accepted(null));
        await AddAsync(BarringKind.OutgoingSms);
        (await DetailAsync()).BarringsRefused.ShouldBeNull("there is a newer change");
    }

    [Fact]
    [Covers("SVC-7", "lost or stolen: bar everything at once")]
    public async Task A_lost_service_is_barred_when_the_operator_has_it_and_active_when_that_is_lifted()
    {
        await AddAsync(BarringKind.LostOrStolen);
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Active);
        await _world.Anna.RunDueWorkAsync();
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Barred);
        await RemoveAsync(BarringKind.LostOrStolen);
        await _world.Anna.RunDueWorkAsync();
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Active);
        (await BarringsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_lost_while_it_was_to_end_is_barred_when_the_end_is_called_off()
    {
        var end = await _world.Anna.SendAsync(new TerminateSubscription(_world.Service, World.Today.AddDays(40), Guid.NewGuid()));
        await AddAsync(BarringKind.LostOrStolen);
        await _world.Anna.RunDueWorkAsync();
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Terminating);
        await _world.Anna.SendAsync(new CancelOrder(end.Number));
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Barred);
    }

    [Fact]
    [Covers("SVC-7", "a change while another is under way")]
    public async Task Changes_of_one_service_reach_the_operator_in_order_whatever_became_of_the_first()
    {
        Answers(new GatewayAnswer.Unknown("time-out"), new GatewayAnswer.Rejected("Nej."), new GatewayAnswer.Done());
        await AddAsync(BarringKind.AllData);
        await RemoveAsync(BarringKind.AllData);
        await AddAsync(BarringKind.OutgoingSms);
        for (var i = 0; i < 3; i++)
        {
            await _world.Anna.RunDueWorkAsync();
            _world.Anna.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Sent().Select(request => string.Join(' ', request.Change.After.Select(field => $"{field.Key}={field.Value}")))
            .ShouldBe(["ODB-AllData=on", "ODB-AllData=on", "ODB-AllData=off", "ODB-OutgoingSms=on"]);
        (Sent()[0].IdempotencyKey == Sent()[1].IdempotencyKey, Sent().Select(request => request.IdempotencyKey).Distinct().Count()).ShouldBe((true, 3));
        Sent()[2].Change.Before["ODB-AllData"].ShouldBe("off", "what never came to be is nothing to begin from");
        (await BarringsAsync()).ShouldBe([(BarringKind.OutgoingSms, ChangeState.InEffect)]);
        var detail = await DetailAsync();
        detail.BarringsRefused!.Values.ShouldBe(["All data", "Nej."], "others that are carried out after it do not hide it");
        detail.History.Where(line => SubscriptionEventKinds.CarriedOut.Contains(line.Kind)).Select(line => line.Values.Single())
            .ShouldBe(["Utgående SMS"], "what was refused never acted, so that nothing was lifted");
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_change()
    {
        var form = new SetBarrings(_world.Service, [BarringKind.AllData], [], Guid.NewGuid());
        var first = await _world.Anna.SendAsync(form);
        (await _world.Anna.SendAsync(form)).Added.ShouldBe(first.Added);
        (await Should.ThrowAsync<ConflictException>(() => _world.Anna.SendAsync(form with { Add = [BarringKind.OutgoingSms] }))).Code.ShouldBe("RequestReused");
        (await _world.Anna.RunDueWorkAsync()).ShouldBe(1);
        (await _world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.BarringsAdded, SubscriptionEventKinds.BarringsInEffect]);
    }

    [Fact]
    public async Task A_load_that_comes_while_a_change_is_under_way_does_not_lose_it()
    {
        await _world.World.BarringAsync(_world.Service, BarringKind.PremiumCalls);
        await _world.Anna.SendAsync(new SetBarrings(_world.Service, [BarringKind.AllData], [BarringKind.PremiumCalls], Guid.NewGuid()));
        // The operator's files are of before: they know nothing of the change.
        await _world.World.Db.ExecuteAsync("DELETE FROM Barring WHERE SubscriptionId = @id", new { id = _world.Service });
        await _world.World.BarringAsync(_world.Service, BarringKind.PremiumCalls);
        (await BarringsAsync()).ShouldBe([(BarringKind.PremiumCalls, ChangeState.BeingRemoved), (BarringKind.AllData, ChangeState.BeingAdded)]);
        await _world.Anna.RunDueWorkAsync();
        (await BarringsAsync()).ShouldBe([(BarringKind.AllData, ChangeState.InEffect)]);
    }

    [Fact]
    public async Task Putting_it_down_again_after_a_crash_changes_nothing()
    {
        var world = _world;
        await AddAsync(BarringKind.LostOrStolen);
        await world.Anna.RunDueWorkAsync();
        var since = (await DetailAsync()).Barrings.Single().Since;
        world.Anna.Clock.Advance(TimeSpan.FromHours(1));
        await world.World.Db.ExecuteAsync("UPDATE WorkItem SET State = 1 WHERE SubjectId = @id", new { id = world.Service });
        (await world.Anna.RunDueWorkAsync()).ShouldBe(1);
        (await DetailAsync()).Barrings.ShouldBe([new(BarringKind.LostOrStolen, since, ChangeState.InEffect)]);
        (await StatusAsync()).ShouldBe(SubscriptionStatus.Barred);
        (await world.HistoryAsync()).ShouldBe([SubscriptionEventKinds.BarringsAdded, SubscriptionEventKinds.BarringsInEffect]);
    }

    [Fact]
    public async Task What_the_operator_carries_out_stands_in_nobodys_way()
    {
        await AddAsync(BarringKind.AllData);
        var version = (await DetailAsync()).Facts.Version;
        await _world.Anna.RunDueWorkAsync();
        (await DetailAsync()).Facts.Version.ShouldBe(version, "a form that was opened before can still be sent");
    }

    [Fact]
    public async Task Two_changes_at_the_same_moment_do_not_pass_one_another_by()
    {
        var user = _world.User;
        var stale = await _world.Anna.RunAsync(services => ((ISubscriptionRepository)services.GetService(typeof(ISubscriptionRepository))!).FindAsync(user.Reach, _world.Service, default));
        await AddAsync(BarringKind.AllData);
        await Should.ThrowAsync<ConflictException>(() => _world.Anna.RunAsync(async services =>
        {
            await ((ISubscriptionRepository)services.GetService(typeof(ISubscriptionRepository))!).SaveAsync(stale!, default);
            return true;
        }));
    }

    [Fact]
    [Covers("SVC-7", "within reach")]
    public async Task Another_organisations_service_is_not_there_and_the_audit_log_tells_what_changed()
    {
        var foreign = await _world.World.SubscriptionAsync((await _world.World.OrganisationAsync("Annan AB")).RootId);
        await Should.ThrowAsync<NotFoundException>(() => _world.Anna.SendAsync(new SetBarrings(foreign, [BarringKind.AllData], [], Guid.NewGuid())));
        await Should.ThrowAsync<NotFoundException>(() => _world.Anna.SendAsync(new GetBarrings(foreign)));
        await AddAsync(BarringKind.AllData);
        (await _world.World.Db.ListAsync<string>("SELECT CONCAT(BeforeState, AfterState) FROM AuditEntry WHERE Action = 'SetBarrings' AND Outcome = 1"))
            .ShouldBe(["""{"barrings":""}{"barrings":"AllData"}"""]);
    }

    private void Answers(GatewayAnswer answer, params GatewayAnswer[] more) => _gateway.ChangeAsync(null!, default).ReturnsForAnyArgs(answer, more);

    private List<ChangeRequest> Sent() => [.. _gateway.ReceivedCalls().Select(call => (ChangeRequest)call.GetArguments()[0]!)];

    private Task<BarringChange> AddAsync(params BarringKind[] kinds) => _world.Anna.SendAsync(new SetBarrings(_world.Service, kinds, [], Guid.NewGuid()));

    private Task<BarringChange> RemoveAsync(params BarringKind[] kinds) => _world.Anna.SendAsync(new SetBarrings(_world.Service, [], kinds, Guid.NewGuid()));

    private Task<SubscriptionDetail> DetailAsync() => _world.Anna.SendAsync(new GetSubscription(_world.Service));

    private async Task<SubscriptionStatus> StatusAsync() => (await DetailAsync()).Facts.Status;

    private async Task<IEnumerable<(BarringKind, ChangeState)>> ListAsync() => (await _world.Anna.SendAsync(new GetBarrings(_world.Service))).Barrings.Select(view => (view.Kind, view.State));

    private async Task<IReadOnlyList<(BarringKind, ChangeState)>> BarringsAsync()
    {
        var listed = (await ListAsync()).ToList();
        (await DetailAsync()).Barrings.Select(view => (view.Kind, view.State)).ShouldBe(listed, "the service's page and the page of barrings say the same");
        return listed;
    }
}

public sealed class BarringOnSqlite() : BarringTests(DatabaseEngine.Sqlite);

public sealed class BarringOnSqlServer() : BarringTests(DatabaseEngine.SqlServer);
