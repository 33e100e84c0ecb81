using Connect.Application.Orders;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-2", "a draft can be thrown away")]
public sealed class DiscardOrderDraftTests
{
    private readonly NewServiceScene _scene = new();

    [Fact]
    public async Task The_users_own_is_removed()
    {
        var id = Guid.CreateVersion7();
        await new DiscardOrderDraft.Handler(_scene.Drafts, _scene.User).Handle(new(id), default);
        await _scene.Drafts.Received(1).RemoveAsync(_scene.User.Identity!.Id, id, Arg.Any<CancellationToken>());
    }
}
