using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-2", "Slutför beställningen")]
public sealed class CompleteOrderDraftTests
{
    private readonly NewServiceScene _scene = new();

    [Fact]
    public async Task What_was_filled_in_is_ordered_and_the_draft_gone()
    {
        var draft = _scene.HasDraft(_scene.ADraft(_scene.ESim));
        (await SendAsync(draft.Id, draft.Version)).Number.ShouldBe("1001");
        _scene.Wanted.ShouldSatisfyAllConditions(w => w.UserName.ShouldBe("Åke Ström"), w => w.Account.ShouldBe("1001"));
        await _scene.Drafts.Received(1).CompleteAsync(_scene.User.Identity!.Id, draft.Id, draft.Version, Arg.Any<CancellationToken>());
        _scene.Audit.About.ShouldBe(("Subscription", _scene.Made[0].Subscription.Id));
    }

    [Fact]
    public async Task What_was_changed_elsewhere_since_is_not_ordered()
    {
        var draft = _scene.HasDraft(_scene.ADraft(_scene.ESim));
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(draft.Id, draft.Version - 1))).Code.ShouldBe("DraftChanged");
        _scene.Placed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, -1)]
    [Covers("ORD-2", "nothing is ordered at a price that was not shown")]
    public async Task At_another_price_than_was_shown_nothing_is_ordered(long monthly, long once)
    {
        var draft = _scene.HasDraft(_scene.ADraft(_scene.ESim));
        await SendAsync(draft.Id, draft.Version);
        var line = _scene.Made[0].Order.Lines[0];
        var shown = new CompleteOrderDraft(draft.Id, draft.Version) { MonthlyPrice = line.MonthlyPrice, OneTimePrice = line.OneTimePrice };
        (await SendAsync(shown)).Number.ShouldNotBeEmpty();
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(shown with { MonthlyPrice = line.MonthlyPrice + new Money(monthly), OneTimePrice = line.OneTimePrice + new Money(once) }))).Code.ShouldBe("PriceChanged");
    }

    [Fact]
    public async Task Every_step_has_to_be_taken()
    {
        foreach (var draft in new[] { _scene.ADraft(), _scene.ADraft(_scene.ESim) with { DetailsProductId = _scene.Pbx.Id }, _scene.ADraft(_scene.ESim) with { ProductId = null }, _scene.ADraft(_scene.ESim) with { Account = null }, _scene.ADraft(_scene.ESim) with { Account = "9999" } })
            (await NewServiceScene.ProblemsAsync(() => SendAsync(_scene.HasDraft(draft).Id, draft.Version))).ShouldBe([" OrderStepMissing"]);
        _scene.Placed.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_offered_any_more_is_not_ordered()
    {
        var draft = _scene.HasDraft(_scene.ADraft(_scene.ESim));
        _scene.Forbid(_scene.Mobile);
        (await NewServiceScene.ProblemsAsync(() => SendAsync(draft.Id, draft.Version))).ShouldBe(["Product ProductNotOffered"]);
    }

    [Fact]
    public Task Somebody_elses_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7(), 1));

    /// <summary>The draft itself is what is carried out once, whichever of its pages is sent.</summary>
    [Fact]
    public void Two_pages_of_the_same_draft_are_one_request()
    {
        var (first, second) = (new CompleteOrderDraft(Guid.CreateVersion7(), 4), new CompleteOrderDraft(Guid.CreateVersion7(), 4));
        ((IOnce)first).RequestId.ShouldBe(first.Id);
        JsonSerializer.Serialize(first).ShouldBe(JsonSerializer.Serialize(first with { Version = 5 }));
        JsonSerializer.Serialize(first).ShouldNotBe(JsonSerializer.Serialize(second));
    }

    private Task<PlacedOrder> SendAsync(Guid id, int version) => SendAsync(new CompleteOrderDraft(id, version));

    private Task<PlacedOrder> SendAsync(CompleteOrderDraft message) =>
        new CompleteOrderDraft.Handler(_scene.Drafts, _scene.Accounts, _scene.Desk, _scene.User, _scene.Audit).Handle(message, default);
}
