using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Identity;

[Covers("AUTH-2", "a new number counts after the code sent to it")]
public abstract class NumberCheckTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly IdentityWorld _world = new(Engines.Available(engine));
    private UserIdentity _anna = null!;

    public async ValueTask InitializeAsync() => _anna = (await _world.UserAsync("anna", email: "anna@example.com")) with { ReauthenticatedAt = World.Now.AddHours(2) };
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_old_number_counts_until_the_code_has_been_given_and_the_code_once()
    {
        (await _world.SendAsync(new ChangeMyDetails("anna", "anna@example.com", "070-174 06 99"), _anna)).ShouldBeTrue();
        (await MeAsync()).MobileNumber.ShouldBe("+46701740605");
        (await _world.SendAsync(new GetMyNumberCheck(), _anna)).Number.ShouldBe("+46701740699");
        var code = await _world.LastCodeAsync();
        (await _world.World.Db.FirstOrDefaultAsync<string>("SELECT ProtectedCode FROM NumberCheck"))!.ShouldNotContain(code);

        await _world.SendAsync(new ConfirmMyNumber(code), _anna);
        (await MeAsync()).MobileNumber.ShouldBe("+46701740699");
        (await MeAsync()).SmsTwoFactor.ShouldBeFalse();
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmMyNumber(code), _anna))).ShouldBe("NumberNotBegun");
        await Should.ThrowAsync<NotFoundException>(() => _world.SendAsync(new GetMyNumberCheck(), _anna));
    }

    [Fact]
    public async Task Given_several_times_at_once_the_code_counts_once()
    {
        await _world.SendAsync(new SwitchSmsTwoFactor(true), _anna);
        (await MeAsync()).SmsTwoFactor.ShouldBeFalse();
        var code = await _world.LastCodeAsync();
        var tries = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(async () =>
        {
            try
            {
                await _world.SendAsync(new ConfirmMyNumber(code), _anna);
                return true;
            }
            catch (Domain.Common.DomainRuleException)
            {
                return false;
            }
        })));
        tries.Count(done => done).ShouldBe(1);
        (await MeAsync()).SmsTwoFactor.ShouldBeTrue();
        (await _world.World.Db.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM OutgoingMessage WHERE Channel = 1")).ShouldBe(1);
    }

    [Fact]
    public async Task After_five_wrong_tries_the_code_is_spent_and_a_new_one_is_good_for_five_minutes()
    {
        await _world.SendAsync(new SwitchSmsTwoFactor(true), _anna);
        var code = await _world.LastCodeAsync();
        var wrong = code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++) (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmMyNumber(wrong), _anna))).ShouldBe("LoginCodeWrong");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmMyNumber(code), _anna))).ShouldBe("LoginCodeSpent");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new SendMyNumberCode(), _anna))).ShouldBe("LoginCodeTooSoon");
        _world.Product.Clock.Advance(TimeSpan.FromSeconds(30));
        await _world.SendAsync(new SendMyNumberCode(), _anna);
        _world.Product.Clock.Advance(TimeSpan.FromMinutes(5));
        code = await _world.LastCodeAsync();
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmMyNumber(code), _anna))).ShouldBe("LoginCodeExpired");
        (await MeAsync()).SmsTwoFactor.ShouldBeFalse();
    }

    private Task<MeView> MeAsync() => _world.SendAsync(new GetMe(), _anna);
}

public sealed class NumberChecksOnSqlite() : NumberCheckTests(DatabaseEngine.Sqlite);

public sealed class NumberChecksOnSqlServer() : NumberCheckTests(DatabaseEngine.SqlServer);
