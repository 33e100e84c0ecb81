using Connect.Application.Common.Errors;
using Connect.Application.Orders;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

[Covers("ORD-2", "each step is kept")]
public sealed class SaveOrderDraftTests
{
    private readonly NewServiceScene _scene = new();
    private readonly List<OrderDraft> _saved = [];

    public SaveOrderDraftTests() =>
        _scene.Drafts.SaveAsync(_scene.User.Identity!.Id, Arg.Do<OrderDraft>(_saved.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);

    [Fact]
    public async Task It_begins_with_an_account()
    {
        var id = Guid.CreateVersion7();
        await SendAsync(new(id) { Account = " 1001 " });
        _saved.ShouldHaveSingleItem().ShouldBe(new OrderDraft { Id = id, AccountId = _scene.Account.Id });
    }

    [Fact]
    public async Task An_account_outside_the_reach_is_not_there() =>
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new(Guid.CreateVersion7()) { Account = "9999" }))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("AccountUnknown"), e => e.Field.ShouldBe("Account"));

    [Fact]
    public async Task Another_category_takes_the_product_away_and_a_product_brings_its_category()
    {
        var draft = _scene.HasDraft(_scene.ADraft(_scene.ESim));
        await SendAsync(new(draft.Id) { Category = _scene.Mobile.CategoryId });
        await SendAsync(new(draft.Id) { Category = _scene.Line.CategoryId });
        await SendAsync(new(draft.Id) { Product = _scene.Pbx.Id });
        _saved.Select(saved => (saved.CategoryId, saved.ProductId, saved.Details is null)).ShouldBe(
            [(_scene.Mobile.CategoryId, _scene.Mobile.Id, false), (_scene.Line.CategoryId, null, false), (_scene.Pbx.CategoryId, _scene.Pbx.Id, false)]);
    }

    [Fact]
    public async Task Details_of_another_product_are_kept_but_looked_over_again()
    {
        var draft = _scene.HasDraft(_scene.ADraft(_scene.ESim));
        await SendAsync(new(draft.Id) { Product = _scene.Pbx.Id });
        await SendAsync(new(draft.Id) { Product = _scene.Mobile.Id });
        _saved.Select(saved => (saved.Details, saved.Next)).ShouldBe([(_scene.ESim, DraftStep.Details), (_scene.ESim, DraftStep.Summary)]);
    }

    [Fact]
    public async Task What_may_not_be_ordered_cannot_be_chosen()
    {
        _scene.Forbid(_scene.Line);
        (await NewServiceScene.ProblemsAsync(() => SendAsync(new(Guid.CreateVersion7()) { Product = _scene.Line.Id }))).ShouldBe(["Product ProductNotOffered"]);
        (await NewServiceScene.ProblemsAsync(() => SendAsync(new(Guid.CreateVersion7()) { Category = _scene.Line.CategoryId }))).ShouldBe(["Category CategoryNotOffered"]);
    }

    [Fact]
    public async Task Details_are_kept_as_they_were_told_once_they_are_right()
    {
        var draft = _scene.HasDraft(_scene.ADraft());
        await SendAsync(new(draft.Id) { Details = _scene.ESim });
        _saved.ShouldHaveSingleItem().Details.ShouldBe(_scene.ESim);
        (await NewServiceScene.ProblemsAsync(() => SendAsync(new(draft.Id) { Details = _scene.ESim with { SimWay = null } }))).ShouldBe(["Details.SimWay EnumValidator"]);
    }

    [Fact]
    [Covers("ORD-2", "two tabs: the second is told and writes over nothing")]
    public async Task Changed_since_it_was_shown_it_is_not_written_over()
    {
        var draft = _scene.HasDraft(_scene.ADraft());
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(new(draft.Id) { Details = _scene.ESim with { UserName = null }, Version = draft.Version - 1 }))).Code.ShouldBe("DraftChangedMeanwhile");
        _saved.ShouldBeEmpty();
        await SendAsync(new(draft.Id) { Details = _scene.ESim, Version = draft.Version });
        _saved.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Details_want_the_steps_before_them()
    {
        var draft = _scene.HasDraft(_scene.ADraft() with { ProductId = null });
        (await NewServiceScene.ProblemsAsync(() => SendAsync(new(draft.Id) { Details = _scene.ESim }))).ShouldBe([" OrderStepMissing"]);
        (await NewServiceScene.ProblemsAsync(() => SendAsync(new(Guid.CreateVersion7()) { Product = _scene.Mobile.Id, Details = _scene.ESim }))).ShouldBe([" OrderStepMissing"]);
    }

    [Fact]
    public void It_needs_an_id()
    {
        var validator = new SaveOrderDraft.Validator();
        validator.Problems(new(Guid.NewGuid())).ShouldBeEmpty();
        validator.Problems(new(Guid.Empty) { Account = "" }).ShouldBe(["Id RequestIdMissing", "Account NotEmptyValidator"]);
        validator.Problems(new(Guid.NewGuid()) { Account = new string('1', 201) }).ShouldBe(["Account MaximumLengthValidator"]);
    }

    private Task SendAsync(SaveOrderDraft message) => new SaveOrderDraft.Handler(_scene.Drafts, _scene.Accounts, _scene.Products, _scene.Reader, _scene.User).Handle(message, default);
}
