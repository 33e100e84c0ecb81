using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Identity;

/// <summary>Tove's log-in codes go to a mobile service of her own organisation.</summary>
[Covers("AUTH-6", "no codes to a number whose SIM card is replaced or that is forwarded")]
public abstract class NumberHoldTests(DatabaseEngine engine) : IAsyncLifetime
{
    private const string Number = "+46701740605";
    private static readonly Stmt CountSms = "SELECT COUNT(*) FROM OutgoingMessage WHERE Channel = 2";
    private static readonly Stmt SelectMails = "SELECT UserId FROM OutgoingMessage WHERE Channel = 1 AND UserId IS NOT NULL";
    private readonly IdentityWorld _world = new(Engines.Available(engine));
    private UserIdentity _tove = null!;
    private Guid _service;

    public async ValueTask InitializeAsync()
    {
        _tove = await _world.UserAsync("tove", smsTwoFactor: true);
        await _world.World.UserAsync(_tove.Reach.AccountId, "anna"); // has the number too, and no two-factor
        _service = await _world.World.SubscriptionAsync(_tove.Reach.AccountId, phone: Number);
        await _world.World.SimCardAsync(_tove.Reach.OrganisationId, _service);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task No_code_is_sent_for_a_day_after_the_order_and_for_a_day_after_the_replacement()
    {
        await _world.SendAsync(new ReplaceSimCard(_service, SimDeliveryWay.ESim, Guid.NewGuid()) { Email = "tove@example.com" }, _tove);
        (await _world.World.Db.ListAsync<Guid>(SelectMails, null)).ShouldBe([_tove.Id]);
        var ordered = await NoCodeAsync();

        for (var i = 0; i < 6; i++)
        {
            await _world.Product.RunDueWorkAsync();
            _world.Product.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        (await _world.World.Db.FirstOrDefaultAsync<int>("SELECT State FROM CustomerOrder")).ShouldBe((int)OrderState.Delivered);
        (await NoCodeAsync()).Until.ShouldBeGreaterThan(ordered.Until, "from the replacement on it counts anew");
        _world.Product.Clock.Advance(TimeSpan.FromHours(24));
        await _world.LogInAsync("tove");
        (await SmsAsync()).ShouldBe(1);
        (await _world.SendAsync(new GetMe(), _tove)).SmsStoppedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task A_forwarded_number_gets_no_code_and_a_recovery_code_still_works()
    {
        var codes = await _world.SendAsync(new MakeRecoveryCodes(), _tove with { ReauthenticatedAt = _world.Product.Clock.GetUtcNow() });
        await _world.SendAsync(new SetCallForwardings(_service, Guid.NewGuid()) { Busy = new("08-465 004 11") }, _tove);
        var held = await NoCodeAsync();
        held.Until.ShouldBe(_world.Product.Clock.GetUtcNow().AddHours(24));
        (await _world.SendAsync(new ConfirmLoginCode(held.Attempt, codes[0], Way: LoginWay.Recovery))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nor_does_the_code_that_makes_a_number_ones_own()
    {
        await HoldAsync(_world.Product.Clock.GetUtcNow().AddHours(1));
        var karl = (await _world.UserAsync("karl")) with { ReauthenticatedAt = _world.Product.Clock.GetUtcNow() };
        await _world.World.Db.ExecuteAsync("UPDATE PortalUser SET MobileNumber = NULL WHERE Id = @id", new { id = karl.Id });
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ChangeMyDetails("karl", "karl@example.com", Number), karl))).ShouldBe("LoginSmsStopped");
        (await SmsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_hold_is_kept_no_longer_than_it_holds()
    {
        await HoldAsync(_world.Product.Clock.GetUtcNow().AddHours(1));
        _world.Product.Clock.Advance(TimeSpan.FromHours(2));
        await _world.SendAsync(new SetCallForwardings(await _world.World.SubscriptionAsync(_tove.Reach.AccountId, phone: "+46701740699"), Guid.NewGuid()) { Busy = new("08-465 004 11") }, _tove);
        (await _world.World.Db.ListAsync<string>("SELECT MobileNumber FROM NumberHold", null)).ShouldBe(["+46701740699"]);
    }

    [Fact]
    public async Task A_hold_that_ends_later_stays()
    {
        var now = _world.Product.Clock.GetUtcNow();
        foreach (var hours in new[] { 20, 24, 3 }) await HoldAsync(now.AddHours(hours));
        (await _world.SendAsync(new GetMe(), _tove)).SmsStoppedUntil.ShouldBe(now.AddHours(24));
    }

    private Task HoldAsync(DateTimeOffset until) => _world.Product.RunAsync(async services =>
    {
        await ((INumberHolds)services.GetService(typeof(INumberHolds))!).HoldAsync(Number, _world.Product.Clock.GetUtcNow(), until, default);
        return 0;
    });

    /// <summary>The password is right, no SMS comes, and what is shown says until when.</summary>
    private async Task<(string Attempt, DateTimeOffset Until)> NoCodeAsync()
    {
        var before = await SmsAsync();
        var attempt = (await _world.LogInAsync("tove")).AttemptToken.ShouldNotBeNull();
        var view = await _world.SendAsync(new GetLoginAttempt(attempt));
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new SendLoginCode(attempt)))).ShouldBe("LoginSmsStopped");
        (await SmsAsync()).ShouldBe(before);
        (await _world.SendAsync(new GetMe(), _tove)).SmsStoppedUntil.ShouldBe(view.SmsStoppedUntil);
        return (attempt, view.SmsStoppedUntil.ShouldNotBeNull());
    }

    private Task<int> SmsAsync() => _world.World.Db.FirstOrDefaultAsync<int>(CountSms);
}

public sealed class NumberHoldsOnSqlite() : NumberHoldTests(DatabaseEngine.Sqlite);

public sealed class NumberHoldsOnSqlServer() : NumberHoldTests(DatabaseEngine.SqlServer);
