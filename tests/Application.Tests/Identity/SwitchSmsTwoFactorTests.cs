using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class SwitchSmsTwoFactorTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact, Covers("AUTH-2", "turned on after a code to the number only")]
    public async Task It_is_turned_on_by_a_code_to_the_number_and_twice_is_one_code()
    {
        (await SendAsync(true)).ShouldBeTrue();
        (await SendAsync(true)).ShouldBeTrue();
        _scene.Texts.ShouldHaveSingleItem().To.ShouldBe("+46701740605");
        _scene.NumberCheck!.TurnsSmsOn.ShouldBeTrue();
        await _scene.TwoFactor.DidNotReceiveWithAnyArgs().SetSmsAsync(default, default, default);
        _scene.User = _scene.User with { SmsTwoFactor = true };
        (await SendAsync(true)).ShouldBeFalse("it is on already");
    }

    [Fact]
    public async Task Without_a_number_there_is_nothing_to_send_to_and_to_a_stopped_one_nothing_is_sent()
    {
        _scene.User = _scene.User with { MobileNumber = null };
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(true))).Code.ShouldBe("TwoFactorNumberNeeded");
        _scene.User = _scene.User with { MobileNumber = "+46701740605", SmsBlockedUntil = Scene.Now.AddHours(1) };
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(true))).Code.ShouldBe("LoginSmsStopped");
        _scene.Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Off_ends_the_recovery_codes_too_and_is_refused_where_a_factor_is_demanded()
    {
        _scene.User = _scene.User with { SmsTwoFactor = true };
        (await SendAsync(false)).ShouldBeFalse();
        _scene.RecoveryHashes.ShouldHaveSingleItem().ShouldBeEmpty();
        _scene.Mails.ShouldHaveSingleItem();
        _scene.User = _scene.User with { RequireTwoFactor = true };
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(false))).Code.ShouldBe("TwoFactorDemanded");
        _scene.User = _scene.User with { HasAuthenticator = true };
        await SendAsync(false);
    }

    private Task<bool> SendAsync(bool on) => new SwitchSmsTwoFactor.Handler(_scene.Users, _scene.Switch, _scene.Proof, _scene.Caller, new Scene.Audit()).Handle(new(on), default);
}
