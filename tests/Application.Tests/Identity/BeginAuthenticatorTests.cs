using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class BeginAuthenticatorTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task A_hidden_secret_waits_for_its_first_code()
    {
        await new BeginAuthenticator.Handler(_scene.Setups, _scene.Caller, new Scene.Audit()).Handle(new(), default);
        await _scene.TwoFactor.Received(1).SetPendingAsync(_scene.Caller.Identity!.Id, "hidden SECRET", Arg.Any<CancellationToken>());
    }
}
