using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class GetLoginAuthenticatorTests
{
    private readonly IdentityScene _scene = new();

    [Fact]
    public async Task The_secret_is_shown_once_it_was_begun()
    {
        var attempt = _scene.Opened("token") with { SmsTwoFactor = false };
        _scene.Attempts.FindAsync(default!, default, default).ReturnsForAnyArgs(attempt);
        await Should.ThrowAsync<NotFoundException>(SendAsync);
        _scene.HasSecret(pending: "hidden SECRET");
        (await SendAsync()).Secret.ShouldBe("SECRET");
    }

    private Task<AuthenticatorSetup> SendAsync() => new GetLoginAuthenticator.Handler(_scene.SetupAttempts, _scene.Setups, _scene.Users).Handle(new("token"), default);
}
