using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;

namespace Connect.Application.Tests.Identity;

public sealed class SendMyNumberCodeTests
{
    private const string New = "+46701740699";
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task A_code_is_sent_again_after_half_a_minute_and_twelve_an_hour_to_whichever_number()
    {
        await AgainRefusedAsync("NumberNotBegun");
        await _scene.Proof.BeginAsync(_scene.User, New, turnsSmsOn: false, default);
        await AgainRefusedAsync("LoginCodeTooSoon");
        _scene.Clock.Advance(TimeSpan.FromSeconds(30));
        await AgainAsync();
        _scene.Texts.Select(sms => sms.To).ShouldBe([New, New]);
        for (var i = 0; i < 10; i++) await _scene.Proof.BeginAsync(_scene.User, $"+4670174060{i % 10}", turnsSmsOn: false, default);
        (await Should.ThrowAsync<DomainRuleException>(() => _scene.Proof.BeginAsync(_scene.User, "+46701740611", turnsSmsOn: false, default))).Code.ShouldBe("NumberCodesTooMany");
        _scene.Clock.Advance(TimeSpan.FromHours(1));
        await AgainAsync();
    }

    private Task AgainAsync() => new SendMyNumberCode.Handler(_scene.Users, _scene.Proof, _scene.Caller, new Scene.Audit()).Handle(new(), default);

    private async Task AgainRefusedAsync(string code) => (await Should.ThrowAsync<DomainRuleException>(AgainAsync)).Code.ShouldBe(code);
}
