using System.Globalization;
using Connect.Domain.Monitoring;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Demo;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Demo;

public sealed class DemoMonitoringTests
{
    private static readonly DemoSize Size = DemoSize.Default(new DateOnly(2026, 3, 1));

    [Fact]
    public void Lines_in_use_are_monitored_but_for_a_few_and_those_are_down_that_an_incident_touches()
    {
        var customers = new DemoFiles(Size).Customers;
        var demo = new DemoMonitoring(Size, customers, World.Now);
        var rows = demo.Rows().ToList();
        var lines = customers[0].Services.Where(s => s.Kind is SubscriptionKind.Broadband or SubscriptionKind.Capacity && s.Status == SubscriptionStatus.Active).ToList();
        var own = demo.Services.Where(s => s.Customer == customers[0]).Select(s => s.Service).ToList();
        own.Count.ShouldBeInRange(12, 24);
        lines.Except(own).ShouldNotBeEmpty();
        rows.Count.ShouldBeInRange(40_000, 90_000);
        rows.ShouldAllBe(row => string.CompareOrdinal(row[2], World.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) <= 0);
        rows.Where(row => row[3] is null).GroupBy(row => (row[0], row[1])).Where(service => service.Last()[8] == "0").Select(service => service.Key)
            .ShouldBe(demo.Services.Where(line => DemoIncidents.OutageOf(Size, customers, line.Customer, line.Service) is not null).Select(line => ((string?)line.Customer.Id, (string?)line.Service.Id)), ignoreOrder: true);
        rows.ShouldBe(new DemoMonitoring(Size, new DemoFiles(Size).Customers, World.Now).Rows(), "the same size and instant make the same data");
    }

    [Fact]
    public async Task They_are_loaded_after_the_start_and_a_large_set_has_no_more()
    {
        await using var world = new ImportWorld();
        var loader = world.Scope.Services.GetRequiredService<DemoLoader>();
        var size = new DemoSize(60, 150, 0, 1, Size.Month);
        await loader.LoadAsync(size, null, CancellationToken.None);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM MonitoringState")).ShouldBe(0);
        await loader.LoadUsageAsync(null, CancellationToken.None);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM MonitoringState")).ShouldBe(new DemoMonitoring(size, new DemoFiles(size).Customers, World.Now).Services.Count);
        var large = new DemoSize(5000, 100_000, 0, 1, Size.Month);
        new DemoMonitoring(large, new DemoFiles(large).Customers, World.Now).Services.Count.ShouldBeLessThan(50);
    }

    [Fact]
    public async Task The_lines_are_measured_on_as_a_week_before()
    {
        await using var world = new ImportWorld();
        var loader = world.Scope.Services.GetRequiredService<DemoLoader>();
        await loader.LoadAsync(new DemoSize(60, 150, 0, 1, Size.Month), null, CancellationToken.None);
        await loader.LoadUsageAsync(null, CancellationToken.None);
        var lines = await world.AskAsync<int>("SELECT COUNT(*) FROM MonitoringState");
        var before = await world.AskAsync<int>("SELECT COUNT(*) FROM MonitoringSample");
        world.Scope.Clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 2; i++) await loader.MeasureAsync(CancellationToken.None); // the second time there is nothing new
        (await world.AskAsync<int>("SELECT COUNT(*) FROM MonitoringSample")).ShouldBe(before + lines * 12);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM MonitoringState WHERE IsUp = 0")).ShouldBeGreaterThan(0);
        world.Scope.Clock.Advance(TimeSpan.FromDays(1));
        await loader.MeasureAsync(CancellationToken.None);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM MonitoringState WHERE IsUp = 0")).ShouldBe(0, "the lines that were down are back");
    }

    [Fact]
    public void Offices_use_their_lines_by_day()
    {
        var demo = new DemoMonitoring(Size, new DemoFiles(Size).Customers, World.Now);
        var (customer, service) = demo.Services[0];
        var line = new DemoLine(service, DemoRandom.For(1, customer.Id), World.Now, []);
        var noon = line.Measured(new(2026, 3, 9, 9, 30, 0, TimeSpan.Zero));
        noon.InBits!.Value.ShouldBeGreaterThan(3 * line.Measured(new(2026, 3, 8, 22, 30, 0, TimeSpan.Zero)).InBits!.Value);
        line.Rolled(MonitoringResolution.Hour, new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero)).InBits!.Value.ShouldBeGreaterThan(line.Rolled(MonitoringResolution.Day, new(2026, 3, 7, 23, 0, 0, TimeSpan.Zero)).InBits!.Value);
    }
}
