using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;

namespace Connect.Application.Tests.Identity;

public sealed class GetMyNumberCheckTests
{
    private const string New = "+46701740699";
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task The_page_is_told_which_number_waits_and_when_a_code_can_be_sent_again()
    {
        await Should.ThrowAsync<NotFoundException>(ShownAsync);
        await _scene.Proof.BeginAsync(_scene.User, New, turnsSmsOn: true, default);
        _scene.Clock.Advance(TimeSpan.FromSeconds(10));
        (await ShownAsync()).ShouldBe(new NumberCheckView(New, true, 20));
        _scene.NumberCheck = _scene.NumberCheck! with { ProtectedCode = null };
        await Should.ThrowAsync<NotFoundException>(ShownAsync);
    }

    private Task<NumberCheckView> ShownAsync() => new GetMyNumberCheck.Handler(_scene.Checks, _scene.Options, _scene.Caller, _scene.Clock).Handle(new(), default);
}
