using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class ConfirmAuthenticatorTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task The_right_code_turns_it_on_with_ten_recovery_codes_and_a_mail()
    {
        _scene.TwoFactor.FindAsync(default, default).ReturnsForAnyArgs(new StoredAuthenticator { PendingSecret = "hidden SECRET" });
        _scene.TwoFactor.ConfirmAsync(_scene.Caller.Identity!.Id, "hidden SECRET", 77, Scene.Now, Arg.Any<CancellationToken>()).Returns(true);
        (await SendAsync("123 456")).Count.ShouldBe(10);
        _scene.Mails.ShouldHaveSingleItem();
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync("000000"))).Code.ShouldBe("AuthenticatorCodeWrong");
    }

    [Fact]
    public async Task Nothing_to_confirm_is_nothing_to_turn_on() =>
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync("123456"))).Code.ShouldBe("AuthenticatorNotBegun");

    [Fact]
    public void A_code_is_six_digits()
    {
        new ConfirmAuthenticator.Validator().Problems(new("123456")).ShouldBeEmpty();
        new ConfirmAuthenticator.Validator().Problems(new("1234567")).ShouldBe(["Code LoginCodeDigits"]);
    }

    private Task<IReadOnlyList<string>> SendAsync(string code) => new ConfirmAuthenticator.Handler(_scene.Authenticator, _scene.Caller, new Scene.Audit()).Handle(new(code), default);
}
