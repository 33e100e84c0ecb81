using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Subscriptions;

public abstract class ShowSimSecretsTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private Guid _branch, _service;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        var own = await _world.OrganisationAsync();
        _branch = await _world.AccountAsync(own.RootId, "Verkstad");
        _service = await _world.SubscriptionAsync(_branch);
        await using var scope = new TestScope(_database);
        await _world.SimCardAsync(own.Id, _service, protectedPin: scope.Services.GetRequiredService<ISecretProtector>().Protect("1234"));
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    [Covers("SVC-4", "PIN as delivered, shown when asked for")]
    public async Task The_PIN_is_shown_in_clear_to_whoever_may_see_it()
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(_branch));
        (await scope.SendAsync(new ShowSimSecrets(_service))).Pin.ShouldBe("1234");
    }

    [Fact]
    public async Task A_card_outside_the_reach_has_no_secrets()
    {
        var elsewhere = await _world.OrganisationAsync("Annan AB");
        await using var scope = new TestScope(_database, await _world.UserAsync(elsewhere.RootId));
        await Should.ThrowAsync<NotFoundException>(() => scope.SendAsync(new ShowSimSecrets(_service)));
    }

    [Fact]
    public async Task Asked_for_at_the_same_moment_no_more_are_shown_either()
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(_branch));
        var shown = 0;
        await Parallel.ForAsync(0, ShowSimSecrets.MostAnHour + 20, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
        {
            try
            {
                await scope.SendAsync(new ShowSimSecrets(_service));
                Interlocked.Increment(ref shown);
            }
            catch (DomainRuleException refusal) when (refusal.Code == "SimSecretsLimit")
            {
                // As it should be for all but so many.
            }
        });
        shown.ShouldBe(ShowSimSecrets.MostAnHour);
    }

    [Fact]
    public async Task After_so_many_in_an_hour_no_more_are_shown()
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(_branch));
        for (var i = 0; i < ShowSimSecrets.MostAnHour; i++) await scope.SendAsync(new ShowSimSecrets(_service));

        (await Should.ThrowAsync<DomainRuleException>(() => scope.SendAsync(new ShowSimSecrets(_service)))).Code.ShouldBe("SimSecretsLimit");
        scope.Clock.Advance(TimeSpan.FromMinutes(61));
        (await scope.SendAsync(new ShowSimSecrets(_service))).Pin.ShouldBe("1234");
    }
}

public sealed class ShowSimSecretsOnSqlite() : ShowSimSecretsTests(DatabaseEngine.Sqlite);

public sealed class ShowSimSecretsOnSqlServer() : ShowSimSecretsTests(DatabaseEngine.SqlServer);
