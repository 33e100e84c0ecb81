using Connect.Application.Common.Security;
using Connect.Application.Network;
using Connect.Domain.Network;
using Connect.Infrastructure.Demo;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Demo;

public sealed class DemoNetworkTests
{
    [Fact, Covers("DASH-2", "the demo's incidents; the second organisation's are not seen from the first")]
    [Covers("START-1", "incidents over Sweden")]
    public async Task Incidents_of_every_state_stand_over_Sweden_some_at_the_customer_s_services_and_the_other_s_are_its_own()
    {
        await using var world = new ImportWorld();
        await world.Scope.Services.GetRequiredService<DemoLoader>().LoadAsync(DemoSize.Default(new DateOnly(2026, 3, 1)), null, CancellationToken.None);
        var first = await ListAsync(world, "anna.admin");
        first.Select(line => line.Facts.State).Distinct().Count().ShouldBe(3);
        first.Count(line => line.TouchesOwn).ShouldBeInRange(2, 6);
        first[0].Services.Count.ShouldBeGreaterThan(0);
        first.ShouldContain(line => line.Facts.Title.EndsWith("i Västerbotten", StringComparison.Ordinal) && line.TouchesOwn);
        first.ShouldNotContain(line => line.Facts.Title.Contains("Östervik", StringComparison.Ordinal));
        (await ListAsync(world, "berit.annan")).ShouldContain(line => line.Facts.Title.Contains("Östervik", StringComparison.Ordinal) && line.TouchesOwn);

        (await world.AskAsync<int>("SELECT COUNT(*) FROM CoverageLayer")).ShouldBe(5);
        (await world.AskAsync<int>("SELECT MAX(LENGTH(Content)) FROM CoverageLayer")).ShouldBeLessThan(400_000);
        var malmö = await WithAsync(world, "anna.admin", scope => scope.SendAsync(new GetCoverageAt(55.6059, 13.0007)));
        malmö.Networks.ShouldAllBe(network => network.Level >= CoverageLevel.Good);
    }

    [Fact, Covers("START-1", "monitoring tells the same as the incidents")]
    public async Task A_line_that_an_outage_touches_is_measured_as_down_until_the_outage_is_over()
    {
        await using var world = new ImportWorld();
        var loader = world.Scope.Services.GetRequiredService<DemoLoader>();
        await loader.LoadAsync(DemoSize.Default(new DateOnly(2026, 3, 1)), null, CancellationToken.None);
        await loader.LoadUsageAsync(null, CancellationToken.None);
        const string down = """
            SELECT COUNT(*) FROM MonitoringState m JOIN Subscription s ON s.Seq = m.SubscriptionSeq
            WHERE m.IsUp = 0 AND EXISTS (SELECT 1 FROM IncidentService x JOIN Incident i ON i.Id = x.IncidentId WHERE x.SubscriptionId = s.Id AND i.Severity = 3)
            """;
        (await world.AskAsync<int>(down)).ShouldBeGreaterThan(1);
        (await world.AskAsync<int>(down.Replace("m.IsUp = 0", "m.IsUp = 1", StringComparison.Ordinal))).ShouldBe(0);
        world.Scope.Clock.Advance(TimeSpan.FromHours(23));
        await loader.MeasureAsync(CancellationToken.None);
        (await world.AskAsync<int>(down)).ShouldBe(0);
        var later = await WithAsync(world, "anna.admin", scope =>
        {
            scope.Clock.Advance(TimeSpan.FromHours(23));
            return scope.SendAsync(new ListIncidents());
        });
        later.ShouldNotContain(line => line.Facts.Severity == IncidentSeverity.Critical && line.Facts.State == IncidentState.Current);
    }

    private static Task<IReadOnlyList<IncidentLine>> ListAsync(ImportWorld world, string userName) => WithAsync(world, userName, scope => scope.SendAsync(new ListIncidents()));

    private static async Task<T> WithAsync<T>(ImportWorld world, string userName, Func<TestScope, Task<T>> ask)
    {
        var id = await world.AskAsync<string>($"SELECT Id FROM PortalUser WHERE UserName = '{userName}'");
        var user = await world.Scope.RunAsync(services => services.GetRequiredService<IUserIdentities>().FindAsync(Guid.Parse(id!), CancellationToken.None));
        await using var scope = new TestScope(world.Database, user);
        return await ask(scope);
    }
}
