using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class SwitchSmsTwoFactorTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task It_is_turned_on_and_a_mail_tells_and_twice_is_once()
    {
        await SendAsync(true);
        await _scene.TwoFactor.Received(1).SetSmsAsync(_scene.User.Id, true, Arg.Any<CancellationToken>());
        _scene.User = _scene.User with { SmsTwoFactor = true };
        await SendAsync(true);
        _scene.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_number_there_is_nothing_to_send_to()
    {
        _scene.User = _scene.User with { MobileNumber = null };
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(true))).Code.ShouldBe("TwoFactorNumberNeeded");
    }

    [Fact]
    public async Task Off_ends_the_recovery_codes_too_and_is_refused_where_a_factor_is_demanded()
    {
        _scene.User = _scene.User with { SmsTwoFactor = true };
        await SendAsync(false);
        _scene.RecoveryHashes.ShouldHaveSingleItem().ShouldBeEmpty();
        _scene.User = _scene.User with { RequireTwoFactor = true };
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(false))).Code.ShouldBe("TwoFactorDemanded");
        _scene.User = _scene.User with { HasAuthenticator = true };
        await SendAsync(false);
    }

    private Task SendAsync(bool on) => new SwitchSmsTwoFactor.Handler(_scene.Users, _scene.Switch, _scene.Caller, new Scene.Audit()).Handle(new(on), default);
}
