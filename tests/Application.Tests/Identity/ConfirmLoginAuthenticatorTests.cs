using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class ConfirmLoginAuthenticatorTests
{
    private readonly IdentityScene _scene = new();

    [Fact]
    public async Task The_right_code_begins_the_session_with_recovery_codes()
    {
        Given(open: true);
        var done = await SendAsync("123456");
        _scene.Begun.ShouldHaveSingleItem().TokenHash.ShouldBe(Token.Hash(done.SessionToken));
        _scene.RecoveryHashes.ShouldHaveSingleItem().ShouldBe(done.RecoveryCodes.Select(Token.HashRecoveryCode));
    }

    [Fact]
    public async Task A_wrong_code_or_an_attempt_that_another_ended_begins_none()
    {
        Given(open: true);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync("000000"))).Code.ShouldBe("AuthenticatorCodeWrong");
        Given(open: false);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync("123456"))).Code.ShouldBe("LoginAttemptEnded");
        _scene.Begun.ShouldBeEmpty();
    }

    [Fact]
    public void A_code_is_six_digits()
    {
        Problems(new("token", "123 456")).ShouldBeEmpty();
        Problems(new("", "12345")).ShouldBe(["AttemptToken NotEmptyValidator", "Code LoginCodeDigits"]);
        Problems(new("token", "")).ShouldBe(["Code NotEmptyValidator"]);
    }

    private static IEnumerable<string> Problems(ConfirmLoginAuthenticator command) => new ConfirmLoginAuthenticator.Validator().Problems(command);

    private void Given(bool open)
    {
        var attempt = _scene.Opened("token") with { SmsTwoFactor = false };
        _scene.Attempts.FindAsync(default!, default, default).ReturnsForAnyArgs(attempt);
        _scene.Attempts.EndAsync(default, default, default).ReturnsForAnyArgs(open);
        _scene.HasSecret(pending: "hidden SECRET");
        _scene.TwoFactor.ConfirmAsync(_scene.User.Id, "hidden SECRET", 77, Scene.Now, Arg.Any<CancellationToken>()).Returns(true);
    }

    private Task<LoginSetUp> SendAsync(string code)
    {
        var first = new FirstAuthenticator(new Scene.Transactions(), _scene.SetupAttempts, _scene.Authenticator, _scene.Starter);
        return new ConfirmLoginAuthenticator.Handler(_scene.SetupAttempts, first).Handle(new("token", code), default);
    }
}
