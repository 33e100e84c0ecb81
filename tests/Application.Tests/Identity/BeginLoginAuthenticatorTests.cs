using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class BeginLoginAuthenticatorTests
{
    private readonly IdentityScene _scene = new();

    [Fact]
    public async Task Only_an_attempt_that_must_set_one_up_may()
    {
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("LoginAttemptEnded");
        var attempt = _scene.Opened("token");
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("LoginAttemptEnded");
        _scene.Attempts.FindAsync(default!, default, default).ReturnsForAnyArgs(attempt with { SmsTwoFactor = false });
        await SendAsync();
        await _scene.TwoFactor.Received(1).SetPendingAsync(_scene.User.Id, "hidden SECRET", Arg.Any<CancellationToken>());
    }

    private Task SendAsync() => new BeginLoginAuthenticator.Handler(_scene.SetupAttempts, _scene.Setups).Handle(new("token"), default);
}
