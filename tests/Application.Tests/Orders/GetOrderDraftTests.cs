using Connect.Application.Common.Errors;
using Connect.Application.Orders;
using Connect.TestKit;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-2", "a step that was skipped is led back to")]
public sealed class GetOrderDraftTests
{
    private readonly NewServiceScene _scene = new();

    [Fact]
    public async Task The_first_step_that_is_missing_is_next()
    {
        var whole = _scene.ADraft(_scene.ESim);
        (await NextAsync(whole)).ShouldBe(DraftStep.Summary);
        (await NextAsync(whole with { Details = null })).ShouldBe(DraftStep.Details);
        (await NextAsync(whole with { ProductId = _scene.Pbx.Id })).ShouldBe(DraftStep.Product, "the product is of another category");
        (await NextAsync(whole with { CategoryId = Guid.NewGuid() })).ShouldBe(DraftStep.Category);
        (await NextAsync(whole with { AccountId = null })).ShouldBe(DraftStep.Account);
    }

    [Fact]
    public Task Somebody_elses_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private async Task<DraftStep> NextAsync(OrderDraft draft) => (await SendAsync(_scene.HasDraft(draft).Id)).Next;

    private Task<OrderDraft> SendAsync(Guid id) => new GetOrderDraft.Handler(_scene.Drafts, _scene.Products, _scene.User).Handle(new(id), default);
}
