using Connect.Infrastructure.Demo;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Demo;

/// <summary>The demo's users and devices, as they stand on the day that it is loaded.</summary>
public sealed class DemoUserTests : IAsyncLifetime
{
    private const string OfFirst = "FROM PortalUser u JOIN Organisation o ON o.Id = u.OrganisationId LEFT JOIN UserAuthenticator a ON a.UserId = u.Id WHERE o.ExternalId = 'NORDVIK'";
    private const string Named = "'anna.admin', 'karl.konto', 'frida.faktura', 'lars.las', 'tove.tva', 'berit.annan'";
    private readonly ImportWorld _world = new();

    public async ValueTask InitializeAsync() => await _world.Scope.Services.GetRequiredService<DemoLoader>().LoadDefaultAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Covers("START-1", "users of every state")]
    public async Task There_are_users_of_every_state_type_and_two_factor()
    {
        (await CountAsync($"DISTINCT CASE WHEN u.IsActive = 0 THEN 3 WHEN u.PasswordHash IS NULL THEN 2 ELSE 1 END) {OfFirst}")).ShouldBe(3);
        (await CountAsync($"DISTINCT u.SmsTwoFactor + CASE WHEN a.Secret IS NULL THEN 0 ELSE 2 END) {OfFirst}")).ShouldBe(4);
        (await CountAsync($"DISTINCT u.AccountId) {OfFirst}")).ShouldBeGreaterThan(4);
        (await CountAsync("*) FROM PortalUser WHERE PasswordHash IS NULL")).ShouldBe(1);
    }

    [Fact]
    public async Task One_user_may_order_some_products_only_and_the_named_ones_all()
    {
        (await _world.AskAsync<string>("SELECT group_concat(x.ExternalId, ' ') FROM (SELECT p.ExternalId FROM UserProduct l JOIN Product p ON p.Id = l.ProductId ORDER BY p.ExternalId) x")).ShouldBe("MBB MOB-L MOB-S");
        (await _world.AskAsync<string>("SELECT UserName FROM PortalUser WHERE LimitsProducts = 1")).ShouldBe("malin.mobil");
        (await CountAsync("*) FROM UserRight r JOIN PortalUser u ON u.Id = r.UserId WHERE u.UserName = 'malin.mobil' AND r.RightCode = 6")).ShouldBe(1);
        (await CountAsync($"*) FROM PortalUser WHERE UserName IN ({Named}) AND IsActive = 1 AND (SmsTwoFactor = 0 OR UserName = 'tove.tva')")).ShouldBe(6);
    }

    [Fact]
    public async Task Nobody_was_there_later_than_now_or_before_coming_and_most_were_there_lately()
    {
        var now = TypeHandlers.Stored(World.Now);
        (await CountAsync($"*) FROM PortalUser WHERE LastLoginAt >= '{now}' OR LastLoginAt <= CreatedAt OR CreatedAt >= '{now}'")).ShouldBe(0);
        (await CountAsync("*) FROM PortalUser WHERE LastLoginAt IS NULL AND PasswordHash IS NOT NULL")).ShouldBe(0);
        (await CountAsync($"*) FROM PortalUser WHERE LastLoginAt > '{TypeHandlers.Stored(World.Now.AddDays(-7))}'")).ShouldBeGreaterThan(6);
        (await CountAsync($"*) FROM Device WHERE SeenAt >= '{now}' OR SeenAt < '{TypeHandlers.Stored(World.Now.AddDays(-6))}'")).ShouldBe(0);
        (await CountAsync("*) FROM Device")).ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task The_demo_sends_nobody_a_message() => (await CountAsync("*) FROM OutgoingMessage")).ShouldBe(0);

    [Fact]
    public async Task What_was_broken_off_goes_on_as_of_the_moment_that_it_began()
    {
        await using var world = new ImportWorld();
        var (size, began) = (DemoSize.Default(new DateOnly(2026, 3, 1)), World.Now.AddDays(-5));
        await world.Scope.RunAsync(async services =>
        {
            await services.GetRequiredService<DemoState>().StartAsync(new(size, began), CancellationToken.None);
            return true;
        });
        await world.Scope.Services.GetRequiredService<DemoLoader>().LoadDefaultAsync(CancellationToken.None);
        (await world.AskAsync<int>($"SELECT COUNT(*) FROM Device WHERE SeenAt >= '{TypeHandlers.Stored(began)}'")).ShouldBe(0);
    }

    private Task<int> CountAsync(string what) => _world.AskAsync<int>($"SELECT COUNT({what}");
}
