using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class GetAuthenticatorSetupTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    [Covers("AUTH-3", "set up by QR code")]
    public async Task The_secret_is_shown_while_it_waits_and_in_the_QR_code_with_the_portals_name()
    {
        await Should.ThrowAsync<NotFoundException>(SendAsync);
        _scene.TwoFactor.FindAsync(default, default).ReturnsForAnyArgs(new StoredAuthenticator { Secret = "hidden OLD", PendingSecret = "hidden SECRET" });
        var setup = await SendAsync();
        (setup.Secret, System.Text.Encoding.UTF8.GetString(setup.QrCode)).ShouldBe(("SECRET", "Nordtel|anna.admin|SECRET"));
    }

    private Task<AuthenticatorSetup> SendAsync() => new GetAuthenticatorSetup.Handler(_scene.Setups, _scene.Caller, new Scene.Audit()).Handle(new(), default);
}
