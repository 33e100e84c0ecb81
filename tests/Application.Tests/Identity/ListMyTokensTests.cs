using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class ListMyTokensTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task It_tells_scopes_and_which_have_expired()
    {
        PersonalTokenRow Row(DateTimeOffset ends) => new() { Id = Guid.CreateVersion7(), Name = "fakturor", Scopes = "read reports", CreatedAt = Scene.Now, ExpiresAt = ends };
        _scene.Tokens.ListAsync(_scene.Caller.Identity!.Id, Arg.Any<CancellationToken>()).Returns([Row(Scene.Now.AddDays(1)), Row(Scene.Now)]);
        var list = await new ListMyTokens.Handler(_scene.Tokens, _scene.Caller, _scene.Clock).Handle(new(), default);
        list.Select(token => token.HasExpired).ShouldBe([false, true]);
        list[0].Scopes.ShouldBe(["read", "reports"]);
    }
}
