using Connect.Application.Common.Errors;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Infrastructure.Orders;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Orders;

[Covers("ORD-2", "a draft is kept, is its user's own and gives one order")]
public abstract class OrderDraftTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt SelectOrders = "SELECT COUNT(*) FROM CustomerOrder";
    private static readonly Stmt SelectUser = "SELECT UserId FROM OrderDraft WHERE Id = @id";
    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private readonly Guid _id = Guid.CreateVersion7();
    private NewServiceWorld _world = null!;

    private TestScope Anna => _world.Orders.Anna;

    public async ValueTask InitializeAsync() => _world = await NewServiceWorld.MakeAsync(_engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Step_by_step_it_is_filled_in_and_ordered_once()
    {
        await SaveAsync(new(_id) { Account = _world.Account });
        var product = (await Anna.SendAsync(new ListOrderableProducts())).Single(offered => offered.Id == _world.Mobile);
        (product.MonthlyPrice.Kronor, product.OneTimePrice.Kronor, product.NoticeMonths, product.CommitmentMonths).ShouldBe((200, 50, 3, 24));
        await SaveAsync(new(_id) { Category = product.CategoryId });
        await SaveAsync(new(_id) { Product = _world.Mobile });
        (await Anna.SendAsync(new ListOrderDrafts())).ShouldHaveSingleItem().ShouldSatisfyAllConditions(d => d.Next.ShouldBe(DraftStep.Details), d => (d.AccountName, d.Product).ShouldBe(("Verkstad", "Mobil Fri")));
        await SaveAsync(new(_id) { Details = _world.ESim });
        var draft = await Anna.SendAsync(new GetOrderDraft(_id));
        (draft.Next, draft.Version, draft.Details!.Barrings.Count, draft.Details.StartsOn).ShouldBe((DraftStep.Summary, 4, 2, World.Today));
        (await Should.ThrowAsync<ConflictException>(() => Anna.SendAsync(new CompleteOrderDraft(_id, 3)))).Code.ShouldBe("DraftChanged");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Anna.SendAsync(new CompleteOrderDraft(_id, 4)))));
        answers.Distinct().ShouldHaveSingleItem();
        (await Anna.SendAsync(new CompleteOrderDraft(_id, 2))).ShouldBe(answers[0], "a page from before answers alike");
        (await _world.World.Db.FirstOrDefaultAsync<int>(SelectOrders)).ShouldBe(1);
        (await Anna.SendAsync(new ListOrderDrafts())).ShouldBeEmpty();
        (await Should.ThrowAsync<ConflictException>(() => SaveAsync(new(_id) { Account = _world.Account }))).Code.ShouldBe("DraftOrdered", "under its id nothing more would ever be ordered");
    }

    [Fact]
    public async Task One_that_was_changed_between_being_read_and_ordered_is_not_ordered()
    {
        await SaveAsync(new(_id) { Account = _world.Account });
        await SaveAsync(new(_id) { Product = _world.Mobile });
        var user = await _world.World.Db.FirstOrDefaultAsync<Guid>(SelectUser, new { id = _id });
        Task CompleteAsync(int version) => Anna.RunAsync(async services =>
        {
            await services.GetRequiredService<IOrderDrafts>().CompleteAsync(user, _id, version, CancellationToken.None);
            return true;
        });
        (await Should.ThrowAsync<ConflictException>(() => CompleteAsync(1))).Code.ShouldBe("DraftChanged");
        await CompleteAsync(2);
        (await Should.ThrowAsync<ConflictException>(() => CompleteAsync(2))).Code.ShouldBe("DraftChanged");
    }

    [Fact]
    public async Task It_is_nobody_elses()
    {
        await SaveAsync(new(_id) { Account = _world.Account });
        await using var other = _world.Orders.ScopeOf(await _world.World.UserAsync(_world.Orders.Organisation.RootId, "bo"));
        await Should.ThrowAsync<NotFoundException>(() => other.SendAsync(new GetOrderDraft(_id)));
        await Should.ThrowAsync<NotFoundException>(() => other.SendAsync(new CompleteOrderDraft(_id, 1)));
        await other.SendAsync(new SaveOrderDraft(_id) { Product = _world.Line }); // the same id is another draft of another user
        await other.SendAsync(new DiscardOrderDraft(_id));
        (await Anna.SendAsync(new GetOrderDraft(_id))).ShouldSatisfyAllConditions(d => d.Account.ShouldBe(_world.Account), d => d.ProductId.ShouldBeNull());
        await Anna.SendAsync(new DiscardOrderDraft(_id));
        await Should.ThrowAsync<NotFoundException>(() => Anna.SendAsync(new GetOrderDraft(_id)));
    }

    [Fact]
    public async Task An_account_that_left_the_reach_is_chosen_anew()
    {
        await SaveAsync(new(_id) { Account = _world.Account, Product = _world.Mobile });
        var sibling = await _world.World.AccountAsync(_world.Orders.Organisation.RootId, "Annan");
        var user = _world.Orders.User with { Reach = new Connect.Domain.Users.AccountReach(_world.Orders.Organisation.Id, sibling, IsRoot: false) };
        await using var moved = _world.Orders.ScopeOf(user);
        (await moved.SendAsync(new GetOrderDraft(_id))).ShouldSatisfyAllConditions(d => d.Next.ShouldBe(DraftStep.Account), d => d.AccountName.ShouldBeNull());
    }

    [Fact]
    public async Task Untouched_for_a_month_it_is_removed()
    {
        await SaveAsync(new(_id) { Account = _world.Account });
        await CareAsync(OrderDraftCare.Kept - TimeSpan.FromMinutes(1));
        (await Anna.SendAsync(new ListOrderDrafts())).Count.ShouldBe(1);
        await CareAsync(TimeSpan.FromMinutes(2));
        (await Anna.SendAsync(new ListOrderDrafts())).ShouldBeEmpty();
    }

    private async Task CareAsync(TimeSpan later)
    {
        Anna.Clock.Advance(later);
        await Anna.RunAsync(async services =>
        {
            await new OrderDraftCare(services.GetRequiredService<IOrderDrafts>(), Anna.Clock).RunAsync(default);
            return true;
        });
    }

    private Task SaveAsync(SaveOrderDraft message) => Anna.SendAsync(message);
}

public sealed class OrderDraftOnSqlite() : OrderDraftTests(DatabaseEngine.Sqlite);

public sealed class OrderDraftOnSqlServer() : OrderDraftTests(DatabaseEngine.SqlServer);
