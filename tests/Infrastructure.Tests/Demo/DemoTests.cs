using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Demo;
using Connect.Infrastructure.Operator.Import;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Operator;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NSubstitute;

namespace Connect.Infrastructure.Tests.Demo;

public sealed class DemoTests
{
    private static readonly DemoSize Size = DemoSize.Default(new DateOnly(2026, 3, 1));

    [Fact]
    [Covers("START-1", "generated from one seed number")]
    public void The_same_seed_makes_the_same_data() => Files(Size).ShouldBe(Files(Size));

    [Fact]
    public void Another_seed_makes_other_data() => Files(Size with { Seed = 7 }).ShouldNotBe(Files(Size));

    [Fact]
    [Covers("START-1", "a believable demo customer: three levels, 25 accounts, every kind and status, 13 months")]
    public async Task The_demo_loads_by_the_import_and_has_what_the_manual_speaks_of()
    {
        await using var world = new ImportWorld();
        var loader = world.Scope.Services.GetRequiredService<DemoLoader>();
        (await loader.LoadDefaultAsync(CancellationToken.None)).ShouldBeTrue();
        await loader.LoadUsageAsync(null, CancellationToken.None);

        (await world.AskAsync<int>("SELECT COUNT(*) FROM Account a JOIN Organisation o ON o.Id = a.OrganisationId WHERE o.ExternalId = 'NORDVIK'")).ShouldBe(25);
        (await world.AskAsync<int>("SELECT MAX(Depth) + 1 FROM AccountTree")).ShouldBe(3);
        (await world.AskAsync<int>("SELECT COUNT(DISTINCT Status) FROM Subscription")).ShouldBe(Enum.GetValues<SubscriptionStatus>().Length);
        (await world.AskAsync<int>("SELECT COUNT(DISTINCT Kind) FROM Subscription")).ShouldBe(Enum.GetValues<SubscriptionKind>().Length);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Subscription s JOIN Account a ON a.Id = s.AccountId WHERE s.InstallationStreet IS NOT NULL AND a.Name LIKE '%Umeå'")).ShouldBeGreaterThan(0);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Subscription s JOIN Account a ON a.Id = s.AccountId WHERE a.Name LIKE '%Umeå' AND (a.City <> 'Umeå' OR s.InstallationCity <> 'Umeå' OR s.UserName NOT LIKE '%, ' || s.InstallationStreet)")).ShouldBe(0);
        (await world.AskAsync<int>("SELECT COUNT(DISTINCT Month) FROM UsageMonth")).ShouldBe(13);
        (await world.AskAsync<int>("SELECT COUNT(DISTINCT Zone) FROM UsageMonth")).ShouldBe(Enum.GetValues<TrafficZone>().Length);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM PortalUser WHERE PasswordHash IS NOT NULL")).ShouldBe(6 + 6);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM UsageRecord WHERE At > '2026-03-10T10:00:00.0000000Z'")).ShouldBe(0);
        (await loader.LoadDefaultAsync(CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_before_the_traffic_has_come_loads_nothing_else_again()
    {
        await using var world = new ImportWorld();
        var loader = world.Scope.Services.GetRequiredService<DemoLoader>();
        await loader.LoadDefaultAsync(CancellationToken.None);

        (await loader.LoadDefaultAsync(CancellationToken.None)).ShouldBeTrue();

        (await world.AskAsync<int>("SELECT COUNT(*) FROM ImportRun")).ShouldBe(1);
        await loader.LoadUsageAsync(null, CancellationToken.None);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM ImportRun")).ShouldBe(4); // invoices, monitoring and traffic
        (await world.AskAsync<int>("SELECT COUNT(*) FROM UsageRecord")).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("Development", 6)]
    [InlineData("Production", 0)]
    [Covers("START-2", "demo users in Development only")]
    public async Task The_log_in_page_names_the_demo_users_in_development_only(string environment, int users)
    {
        await using var world = new ImportWorld();
        await world.Scope.Services.GetRequiredService<DemoLoader>().LoadDefaultAsync(CancellationToken.None);

        await using var db = new DbSession(SqlDialect.For(world.Database.Options));

        var shown = await new DemoHint(db, Environment(environment)).UsersAsync(CancellationToken.None);

        shown.Count.ShouldBe(users);
        shown.Select(person => person.UserName).Take(1).ShouldBe(users == 0 ? [] : ["anna.admin"]);
    }

    [Fact]
    [Covers("START-1", "a second organisation that is never seen from the first")]
    public async Task Nothing_of_the_second_organisation_hangs_on_the_first()
    {
        await using var world = new ImportWorld();
        await world.Scope.Services.GetRequiredService<DemoLoader>().LoadDefaultAsync(CancellationToken.None);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM AccountTree t JOIN Account a ON a.Id = t.AncestorId JOIN Account d ON d.Id = t.DescendantId WHERE a.OrganisationId <> d.OrganisationId")).ShouldBe(0);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Subscription s JOIN Account a ON a.Id = s.AccountId WHERE s.OrganisationId <> a.OrganisationId")).ShouldBe(0);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM SimCard c JOIN Subscription s ON s.Id = c.SubscriptionId WHERE s.OrganisationId <> c.OrganisationId")).ShouldBe(0);
    }

    [Fact]
    [Covers("START-1", "the orders fit the services")]
    public async Task An_order_of_a_new_service_has_the_price_and_names_the_package_that_the_service_has()
    {
        await using var world = new ImportWorld();
        await world.Scope.Services.GetRequiredService<DemoLoader>().LoadDefaultAsync(CancellationToken.None);
        const string ordered = "FROM CustomerOrder o JOIN OrderLine l ON l.OrderId = o.Id JOIN Subscription s ON s.Id = l.SubscriptionId LEFT JOIN DataPackage d ON d.Id = s.DataPackageId WHERE o.Type = 1";
        (await world.AskAsync<int>($"SELECT COUNT(*) {ordered} AND d.Id IS NOT NULL")).ShouldBeGreaterThan(0);
        (await world.AskAsync<int>($"SELECT COUNT(*) {ordered} AND l.MonthlyPrice <> s.MonthlyPrice")).ShouldBe(0);
        (await world.AskAsync<int>($"SELECT COUNT(*) {ordered} AND d.Id IS NOT NULL AND l.Detail NOT LIKE '%Datapaket ' || d.Name || '%'")).ShouldBe(0);
    }

    [Fact]
    [Covers("START-2", "a larger set with users who reach 100 %, 10 % and 1 %")]
    public async Task A_large_set_has_users_who_reach_all_a_tenth_and_a_hundredth()
    {
        await using var world = new ImportWorld();
        var loader = world.Scope.Services.GetRequiredService<DemoLoader>();
        await loader.LoadAsync(new DemoSize(150, 3000, 0, 1, Size.Month), null, CancellationToken.None);
        var reached = async (string user) => await world.AskAsync<int>(
            $"SELECT COUNT(*) FROM Subscription s JOIN AccountTree t ON t.DescendantId = s.AccountId JOIN PortalUser u ON u.AccountId = t.AncestorId WHERE u.UserNameKey = '{user}'");
        (await reached("reach.100")).ShouldBe(3000);
        (await reached("reach.10")).ShouldBeInRange(240, 360);
        (await reached("reach.1")).ShouldBeInRange(15, 60);
    }

    [Fact]
    [Covers("START-2", "as many services and records as asked for")]
    public void A_number_of_records_that_is_asked_for_is_made_exactly()
    {
        var size = new DemoSize(150, 3000, 20_000, 1, Size.Month);
        new DemoUsage(size, new DemoFiles(size).Customers, World.Now).Rows().Count().ShouldBe(20_000);
    }

    [Fact]
    [Covers("START-2", "a number with a million rows")]
    public void One_machine_of_a_large_set_has_a_million_records_none_of_them_to_come()
    {
        var size = new DemoSize(150, 3000, 2_000_000, 1, Size.Month);
        var customers = new DemoFiles(size).Customers;
        var machine = DemoUsage.Machine(size, customers[0]).ShouldNotBeNull();
        (machine.Product.Id, machine.Status).ShouldBe(("M2M", SubscriptionStatus.Active));
        var usage = new DemoUsage(size, customers, World.Now);
        Enumerable.Range(0, DemoUsage.Months).Sum(month => usage.OfMachine(machine, month).Count()).ShouldBe(1_000_000);
        var last = usage.OfMachine(machine, DemoUsage.Months - 1).Max(row => row[3]);
        string.CompareOrdinal(last, World.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)).ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    [Covers("START-1", "the start prints the address and the demo users")]
    public async Task The_start_names_the_users_that_are_there_and_nobody_else()
    {
        await using var world = new ImportWorld();
        await using var loader = new TestScope(world.Database, caller: TestScope.Operator("import"), replace: services => services.AddSingleton<IHostEnvironment>(Environment("Development")));
        var demo = loader.Services.GetRequiredService<DemoLoader>();
        (await demo.WelcomeAsync(CancellationToken.None)).ShouldBeEmpty();
        await demo.LoadAsync(new DemoSize(111, 300, 0, 1, Size.Month), null, CancellationToken.None);
        var lines = await demo.WelcomeAsync(CancellationToken.None);
        lines.Count.ShouldBe(1 + 9);
        lines[^1].ShouldContain("reach.1 ");
    }

    private static IHostEnvironment Environment(string name)
    {
        var host = Substitute.For<IHostEnvironment>();
        host.EnvironmentName.Returns(name);
        host.ContentRootPath.Returns(Path.GetTempPath());
        return host;
    }

    private static string Files(DemoSize size)
    {
        var folder = Directory.CreateTempSubdirectory("connect-demo-test-").FullName;
        var files = new DemoFiles(size);
        files.WriteTo(new CsvFolder(folder), World.Now);
        new DemoUsage(size, files.Customers, World.Now).WriteTo(new CsvFolder(folder));
        var text = string.Concat(Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        Directory.Delete(folder, recursive: true);
        return text;
    }
}
