using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class WithdrawPersonalTokenTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task Ones_own_is_withdrawn_and_any_other_is_not_there()
    {
        var id = Guid.CreateVersion7();
        _scene.Tokens.WithdrawAsync(default, default, default, default).ReturnsForAnyArgs((string?)null);
        _scene.Tokens.WithdrawAsync(_scene.Caller.Identity!.Id, id, Scene.Now, Arg.Any<CancellationToken>()).Returns("fakturor");
        await SendAsync(id);
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));
    }

    private Task SendAsync(Guid id) => new WithdrawPersonalToken.Handler(_scene.Tokens, _scene.Caller, new Scene.Audit(), _scene.Clock).Handle(new(id), default);
}
