using Connect.Application.Operator;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Operator;

/// <summary>The products that a user may order, as the operator's files tell them.</summary>
public abstract class UserImportTests(DatabaseEngine engine) : IAsyncLifetime
{
    private const string Header = "id;organisation;account;contactPerson;userName;email;rights;products\n";
    private const string Goran = "U2;O1;A2;P2;goran.ek;goran.ek@bjorklunda.example;";
    private const string Marta = "U1;O1;A1;P1;marta.oberg;marta.oberg@bjorklunda.example;placeOrders;\n";

    // "-" for a user without limits.
    private static readonly Stmt SelectLimits = new(
        $"SELECT CASE WHEN u.LimitsProducts = 1 THEN '' ELSE '-' END || COALESCE((SELECT group_concat(x.ExternalId, ' ') FROM (SELECT p.ExternalId FROM {Products} ORDER BY p.ExternalId) x), '') {FromGoran}",
        $"SELECT CONCAT(CASE WHEN u.LimitsProducts = 1 THEN '' ELSE '-' END, (SELECT STRING_AGG(p.ExternalId, ' ') WITHIN GROUP (ORDER BY p.ExternalId) FROM {Products})) {FromGoran}");

    private const string Products = "UserProduct l JOIN Product p ON p.Id = l.ProductId WHERE l.UserId = u.Id";
    private const string FromGoran = "FROM PortalUser u WHERE u.UserName = 'goran.ek'";
    private readonly ImportWorld _world = new(Engines.Available(engine));

    public async ValueTask InitializeAsync() => (await _world.SampleAsync()).Problems.ShouldBeEmpty();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Covers("USR-2", "the products that a user may order come with the import")]
    public async Task A_user_is_limited_to_the_products_of_the_row_and_others_to_none()
    {
        (await LimitsAsync()).ShouldBe("X-MOB X-VX");
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM PortalUser WHERE LimitsProducts = 1")).ShouldBe(1);
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM UserProduct")).ShouldBe(2);
    }

    [Fact]
    public async Task A_user_of_whom_only_the_products_differ_is_updated_and_the_second_time_nothing_is()
    {
        var version = await VersionAsync();
        var file = (await _world.LoadAsync(("users.csv", $"{Header}{Goran}viewSubscriptions|placeOrders|runReports;X-VX|X-FB|X-VX\n{Marta}"))).Files.ShouldHaveSingleItem();
        (file.Rows, file.Added, file.Changed).ShouldBe((2, 0, 2)); // Marta's rights differ
        (await LimitsAsync()).ShouldBe("X-FB X-VX");
        (await VersionAsync()).ShouldBe(version + 1);
        var before = await _world.DumpAsync();

        file = (await _world.LoadAsync(("users.csv", $"{Header}{Marta}{Goran}viewSubscriptions|placeOrders|runReports;X-FB|X-VX\n"))).Files.ShouldHaveSingleItem();

        (file.Rows, file.Added, file.Changed).ShouldBe((2, 0, 0));
        (await _world.DumpAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("rights;products", "placeOrders;", "-")]
    [InlineData("rights;products", "placeOrders|viewInvoices;X-FB", "X-FB")]
    [InlineData("rights;products", "viewInvoices;", "-")]
    [InlineData("rights", "placeOrders|viewInvoices", "X-MOB X-VX")]
    [InlineData("rights", "viewInvoices", "-")]
    [InlineData("products", "", "-")]
    [InlineData("language", "en", "X-MOB X-VX")]
    public async Task Limits_follow_the_columns_that_are_given_and_the_right_to_order(string columns, string fields, string limits)
    {
        var file = ("users.csv", $"id;organisation;account;contactPerson;userName;email;{columns}\n{Goran}{fields}\n");
        (await _world.LoadAsync(file)).Files.ShouldHaveSingleItem().Changed.ShouldBe(1);
        (await LimitsAsync()).ShouldBe(limits);
        (await _world.LoadAsync(file)).Files.ShouldHaveSingleItem().Changed.ShouldBe(0);
    }

    [Theory]
    [InlineData("rights;products", "placeOrders;X-MOB|X-BORTA", "Reference")]
    [InlineData("rights;products", "viewInvoices;X-MOB", "RightMissing")]
    [InlineData("rights;products", ";X-MOB", "RightMissing")]
    [InlineData("products", "X-MOB", "RightMissing")]
    public async Task Products_that_are_not_there_or_mean_nothing_are_refused(string columns, string fields, string problem)
    {
        var before = await _world.DumpAsync();
        var report = await _world.LoadAsync(("users.csv", $"id;organisation;account;contactPerson;userName;email;{columns}\n{Goran}{fields}\n"));
        var found = report.Problems.ShouldHaveSingleItem();
        (found.File, found.Line, found.Column, found.Code).ShouldBe(("users.csv", 2L, "products", problem));
        (await _world.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_new_user_of_a_file_without_products_has_no_limits()
    {
        var report = await _world.LoadAsync(("users.csv", "id;organisation;account;contactPerson;userName;email;rights\nU3;O1;A2;P2;gun.ek;gun.ek@bjorklunda.example;placeOrders\n"));
        report.Files.ShouldHaveSingleItem().Added.ShouldBe(1);
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM PortalUser WHERE UserName = 'gun.ek' AND LimitsProducts = 0")).ShouldBe(1);
    }

    [Fact]
    public async Task A_product_of_the_same_load_can_be_named()
    {
        var report = await _world.LoadAsync(
            ("users.csv", $"{Header}{Goran}placeOrders;X-NY\n"),
            ("products.csv", "id;category;kind;name;monthlyPrice\nX-NY;X-MOBIL;mobile;Mobil Ny;99.00\n"));
        report.Problems.ShouldBeEmpty();
        (await LimitsAsync()).ShouldBe("X-NY");
    }

    [Fact]
    public async Task A_load_of_users_that_was_broken_off_limits_each_of_them_in_the_end()
    {
        var rows = string.Concat(Enumerable.Range(0, 1000).Select(i => $"N{i};O1;A4;P1;ny.{i};ny.{i}@bjorklunda.example;placeOrders;{(i % 2 == 0 ? "X-MOB|X-FB" : "")}\n"));
        var source = new TextSource([("users.csv", Header + rows)]);
        var applied = await _world.BreakOffAsync(source);
        applied.ShouldBeInRange(1, 999);

        (await _world.Scope.SendAsync(new ImportData(source))).Files.ShouldHaveSingleItem().Added.ShouldBe(1000 - applied);

        (await _world.AskAsync<int>("SELECT COUNT(*) FROM PortalUser WHERE LimitsProducts = 1 AND UserName LIKE 'ny.%'")).ShouldBe(500);
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM UserProduct x JOIN PortalUser u ON u.Id = x.UserId WHERE u.UserName LIKE 'ny.%'")).ShouldBe(1000);
    }

    private Task<string?> LimitsAsync() => _world.AskAsync<string>(SelectLimits);

    private Task<int> VersionAsync() => _world.AskAsync<int>($"SELECT u.Version {FromGoran}");
}

public sealed class UserImportOnSqlite() : UserImportTests(DatabaseEngine.Sqlite);

public sealed class UserImportOnSqlServer() : UserImportTests(DatabaseEngine.SqlServer);
