using Connect.Application.Orders;
using Connect.TestKit;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-2", "a draft that can be gone on with")]
public sealed class ListOrderDraftsTests
{
    private readonly NewServiceScene _scene = new();

    [Fact]
    public async Task What_is_not_offered_any_more_is_chosen_no_more()
    {
        _scene.HasDraft(_scene.ADraft());
        (await SendAsync()).ShouldHaveSingleItem().Next.ShouldBe(DraftStep.Details);
        _scene.Forbid(_scene.Mobile);
        (await SendAsync()).ShouldHaveSingleItem().Next.ShouldBe(DraftStep.Category);
    }

    [Fact]
    public async Task Without_drafts_there_is_nothing_to_look_up() => (await SendAsync()).ShouldBeEmpty();

    private Task<IReadOnlyList<OrderDraft>> SendAsync() => new ListOrderDrafts.Handler(_scene.Drafts, _scene.Products, _scene.User).Handle(new(), default);
}
