using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class RemoveAuthenticatorTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task It_is_removed_and_a_mail_tells()
    {
        _scene.User = _scene.User with { HasAuthenticator = true };
        await SendAsync();
        await _scene.TwoFactor.Received(1).RemoveAuthenticatorAsync(_scene.User.Id, Arg.Any<CancellationToken>());
        _scene.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_last_factor_stays_where_one_is_demanded()
    {
        _scene.User = _scene.User with { HasAuthenticator = true, RequireTwoFactor = true };
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("TwoFactorDemanded");
        await _scene.TwoFactor.DidNotReceiveWithAnyArgs().RemoveAuthenticatorAsync(default, default);
    }

    private Task SendAsync() => new RemoveAuthenticator.Handler(_scene.Users, _scene.Switch, _scene.Caller, new Scene.Audit()).Handle(new(), default);
}
