using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;

namespace Connect.Application.Tests.Identity;

public sealed class MakeRecoveryCodesTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task Ten_new_codes_are_shown_and_only_their_hashes_kept()
    {
        _scene.User = _scene.User with { SmsTwoFactor = true };
        var codes = await SendAsync();
        codes.Distinct().Count().ShouldBe(10);
        codes.ShouldAllBe(code => System.Text.RegularExpressions.Regex.IsMatch(code, "^[a-z0-9]{4}(-[a-z0-9]{4}){5}$"));
        _scene.RecoveryHashes.ShouldHaveSingleItem().ShouldBe(codes.Select(Token.HashRecoveryCode));
        _scene.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_second_factor_there_is_nothing_to_recover() =>
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("TwoFactorNeeded");

    private Task<IReadOnlyList<string>> SendAsync() =>
        new MakeRecoveryCodes.Handler(_scene.Users, new RecoveryCodes(_scene.TwoFactor), _scene.Notices, _scene.Caller, new Scene.Audit()).Handle(new(), default);
}
