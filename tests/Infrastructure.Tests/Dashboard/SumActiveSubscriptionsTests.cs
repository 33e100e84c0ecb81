using Connect.Application.Common.Errors;
using Connect.Application.Dashboard;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Dashboard;

public abstract class SumActiveSubscriptionsTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private Guid _root, _sales, _north;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _root = (await _world.OrganisationAsync()).RootId;
        _sales = await _world.AccountAsync(_root, "Sälj");
        _north = await _world.AccountAsync(_sales, "Norr");
        await _world.SubscriptionAsync(_root);
        await _world.SubscriptionAsync(_sales, status: SubscriptionStatus.Barred);
        await _world.SubscriptionAsync(_north, status: SubscriptionStatus.Terminating);
        await _world.SubscriptionAsync(_north, status: SubscriptionStatus.Ordered);
        await _world.SubscriptionAsync(_north, status: SubscriptionStatus.Terminated);
        await _world.SubscriptionAsync(_north, hidden: true);
        await _world.SubscriptionAsync((await _world.OrganisationAsync("Annan AB")).RootId);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact, Covers("DASH-1", "active services within the reach, and how many of them are barred or about to end")]
    public async Task Active_barred_and_ending_services_within_the_reach_are_counted()
    {
        (await SumAsync(_root)).ShouldBe(new ActiveSubscriptions { Count = 3, Barred = 1, Terminating = 1 });
        (await SumAsync(_sales)).ShouldBe(new ActiveSubscriptions { Count = 2, Barred = 1, Terminating = 1 });
        (await SumAsync(_north)).ShouldBe(new ActiveSubscriptions { Count = 1, Terminating = 1 });
    }

    [Fact]
    [Covers("DASH-1", "only what the user may see")]
    public async Task Without_the_right_nothing_is_counted() =>
        await Should.ThrowAsync<ForbiddenException>(() => SumAsync(_root, Right.ViewInvoices));

    private async Task<ActiveSubscriptions> SumAsync(Guid account, params Right[] rights)
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(account, rights: rights.Length == 0 ? null : rights));
        return await scope.SendAsync(new SumActiveSubscriptions());
    }
}

public sealed class SumActiveSubscriptionsOnSqlite() : SumActiveSubscriptionsTests(DatabaseEngine.Sqlite);

public sealed class SumActiveSubscriptionsOnSqlServer() : SumActiveSubscriptionsTests(DatabaseEngine.SqlServer);
