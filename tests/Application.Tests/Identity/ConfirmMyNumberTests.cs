using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

[Covers("AUTH-2", "a number is proved by a code sent to it: five minutes, five tries, again after 30 s")]
public sealed class ConfirmMyNumberTests
{
    private const string New = "+46701740699";
    private readonly IdentityScene _scene = new(Scene.Caller());
    private readonly Scene.Audit _audit = new();

    public ConfirmMyNumberTests()
    {
        _scene.Users.ChangeDetailsAsync(default, default!, default!, default, default).ReturnsForAnyArgs(true);
        _scene.Checks.CountTryAsync(default, default, default).ReturnsForAnyArgs(true);
        _scene.Checks.UseAsync(default!, default, default).ReturnsForAnyArgs(true);
    }

    [Fact]
    public async Task With_the_right_code_the_number_is_the_users_own_and_a_mail_tells()
    {
        await _scene.Proof.BeginAsync(_scene.User, New, turnsSmsOn: false, default);
        (await ConfirmAsync(Code[..3] + " " + Code[3..])).ShouldBeFalse();
        await _scene.Users.Received(1).ChangeDetailsAsync(_scene.User.Id, "anna.admin", "anna@example.com", New, Arg.Any<CancellationToken>());
        _scene.Mails.ShouldHaveSingleItem();
        await _scene.TwoFactor.DidNotReceiveWithAnyArgs().SetSmsAsync(default, default, default);
        _audit.After!.ShouldContain(New);
    }

    [Fact]
    public async Task Where_it_was_asked_for_SMS_codes_are_turned_on_also_when_the_number_was_mended_meanwhile()
    {
        await _scene.Proof.BeginAsync(_scene.User, _scene.User.MobileNumber!, turnsSmsOn: true, default);
        await _scene.Proof.BeginAsync(_scene.User, New, turnsSmsOn: false, default);
        (await ConfirmAsync(Code)).ShouldBeTrue();
        await _scene.TwoFactor.Received(1).SetSmsAsync(_scene.User.Id, true, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_wrong_spent_old_or_used_code_changes_nothing()
    {
        await RefusedAsync("123456", "NumberNotBegun");
        await _scene.Proof.BeginAsync(_scene.User, New, turnsSmsOn: true, default);
        var code = Code;
        await RefusedAsync(code == "000000" ? "000001" : "000000", "LoginCodeWrong");
        _scene.Checks.UseAsync(default!, default, default).ReturnsForAnyArgs(false);
        await RefusedAsync(code, "LoginCodeWrong");
        _scene.Checks.CountTryAsync(default, default, default).ReturnsForAnyArgs(false);
        await RefusedAsync(code, "LoginCodeSpent");
        _scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await RefusedAsync(code, "LoginCodeExpired");
        await _scene.Users.DidNotReceiveWithAnyArgs().ChangeDetailsAsync(default, default!, default!, default, default);
        await _scene.TwoFactor.DidNotReceiveWithAnyArgs().SetSmsAsync(default, default, default);
    }

    [Fact]
    public void Six_digits_are_typed() => new ConfirmMyNumber.Validator().Validate(new ConfirmMyNumber("12 34")).IsValid.ShouldBeFalse();

    private string Code => _scene.NumberCheck!.ProtectedCode!["hidden ".Length..];

    private Task<bool> ConfirmAsync(string code)
    {
        var proved = new ProvedNumber(new Scene.Transactions(), _scene.Checks, _scene.Users, _scene.Change, _scene.Switch);
        return new ConfirmMyNumber.Handler(_scene.Proof, proved, _scene.Caller, _audit).Handle(new(code), default);
    }

    private async Task RefusedAsync(string code, string failure) => (await Should.ThrowAsync<DomainRuleException>(() => ConfirmAsync(code))).Code.ShouldBe(failure);
}
