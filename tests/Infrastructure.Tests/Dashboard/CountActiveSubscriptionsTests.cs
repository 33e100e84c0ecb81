using Connect.Application.Common.Errors;
using Connect.Application.Dashboard;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Dashboard;

public abstract class CountActiveSubscriptionsTests(DatabaseEngine engine) : IAsyncLifetime
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

    [Fact, Covers("DASH-1", "active services within the reach")]
    public async Task Active_barred_and_ending_services_within_the_reach_are_counted()
    {
        (await CountAsync(_root)).ShouldBe(3);
        (await CountAsync(_sales)).ShouldBe(2);
        (await CountAsync(_north)).ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_right_nothing_is_counted() =>
        await Should.ThrowAsync<ForbiddenException>(() => CountAsync(_root, Right.ViewInvoices));

    private async Task<int> CountAsync(Guid account, params Right[] rights)
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(account, rights: rights.Length == 0 ? null : rights));
        return await scope.SendAsync(new CountActiveSubscriptions());
    }
}

public sealed class CountActiveSubscriptionsOnSqlite() : CountActiveSubscriptionsTests(DatabaseEngine.Sqlite);

public sealed class CountActiveSubscriptionsOnSqlServer() : CountActiveSubscriptionsTests(DatabaseEngine.SqlServer);
