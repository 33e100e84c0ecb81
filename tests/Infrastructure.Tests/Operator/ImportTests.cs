using Connect.Application.Common.Errors;
using Connect.Application.Operator;
using Connect.Infrastructure.Operator.Import;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Operator;

public abstract class ImportTests(DatabaseEngine engine)
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    [Covers("OPS-1", "a set of every kind is loaded, and loaded again it changes nothing")]
    public async Task The_sample_loads_and_the_second_time_changes_nothing()
    {
        await using var world = new ImportWorld(_engine);
        var first = await world.SampleAsync();
        first.Problems.ShouldBeEmpty();
        first.Files.Count.ShouldBe(28);
        first.Files.ShouldAllBe(file => file.Added == file.Rows && file.Rows > 0);
        var before = await world.DumpAsync();

        var second = await world.SampleAsync();

        second.Files.ShouldAllBe(file => file.Added + file.Changed == 0);
        (await world.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    [Covers("OPS-1", "ten kinds of errors are all reported and nothing is changed")]
    public async Task Ten_kinds_of_errors_are_all_reported_and_nothing_is_changed()
    {
        await using var world = new ImportWorld(_engine);
        var report = await world.SampleWithAsync(
            ("organisations.csv", t => t.Replace("559970-0", "559971-0", StringComparison.Ordinal)),
            ("accounts.csv", t => t.Replace("A2;O1;A1;", "A2;O1;A3;", StringComparison.Ordinal) + "A9;O1;;700009;Andra roten;;;;;;;;;;;\n"),
            ("contact-persons.csv", t => t.Replace("goran.ek@bjorklunda.example", "göran utan snabel-a", StringComparison.Ordinal)),
            ("users.csv", t => t.Replace(";ake.ekstrom;", ";Marta.Oberg;", StringComparison.Ordinal)),
            ("products.csv", t => t.Replace(";795.00;", ";-795.00;", StringComparison.Ordinal)),
            ("agreements.csv", t => t.Replace("2024-06-01", "2024-13-01", StringComparison.Ordinal)),
            ("subscriptions.csv", t => t.Replace("S2;O1;A2;X-VX", "S2;O1;A2;X-BORTA", StringComparison.Ordinal).Replace(";active;Förr", ";aktiv;Förr", StringComparison.Ordinal)),
            ("sim-cards.csv", t => t.Replace(";physical;inStock", ";physical;inStock\n8946990000000000000;O1;;;;;physical;inStock", StringComparison.Ordinal)),
            ("handsets.csv", t => t + "H1;O1;S2;deskPhone;En till\n"),
            ("forwardings.csv", t => t.Replace(";20;", ";22;", StringComparison.Ordinal)));

        var found = report.Problems.Select(p => (p.File, p.Column, p.Code)).ToList();
        found.ShouldContain(("organisations.csv", "organisationNumber", "NotOrganisationNumber"));
        found.ShouldContain(("accounts.csv", "parent", "AccountCycle"));
        found.ShouldContain(("accounts.csv", "parent", "RootTwice"));
        found.ShouldContain(("contact-persons.csv", "email", "NotEmail"));
        found.ShouldContain(("users.csv", "userName", "Taken"));
        found.ShouldContain(("products.csv", "monthlyPrice", "Negative"));
        found.ShouldContain(("agreements.csv", "validFrom", "NotDate"));
        found.ShouldContain(("subscriptions.csv", "product", "Reference"));
        found.ShouldContain(("subscriptions.csv", "status", "NotOneOf"));
        found.ShouldContain(("sim-cards.csv", "icc", "IccChecksum"));
        found.ShouldContain(("handsets.csv", "id", "Duplicate"));
        found.ShouldContain(("forwardings.csv", "ringSeconds", "RingSeconds"));
        report.Problems.First(p => p.Code == "NotDate").Line.ShouldBe(3);
        report.Problems.ShouldAllBe(p => ImportCommand.Line(p).Length > 0);
        (await world.DumpAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_between_two_addresses_keeps_both()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        (await world.AskAsync<string>("SELECT CONCAT(InstallationStreet, ' - ', OtherEndStreet, ', ', OtherEndPostalCode, ' ', OtherEndCity) FROM Subscription WHERE OtherEndCity IS NOT NULL"))
            .ShouldBe("Gatukontorsvägen 2 - Förrådsgatan 9, 123 47 Björklunda");
    }

    [Theory]
    [InlineData("id;name;colour\n1;Mobilt;röd\n", 1, "colour", "ColumnUnknown")]
    [InlineData("id\n1\n", 1, "name", "ColumnMissing")]
    [InlineData("id;name\n1\n", 2, "", "FieldCount")]
    [InlineData("id;name\n1;\"öppet\n", 2, "", "BadQuotes")]
    [InlineData("id;name\n;Mobilt\n", 2, "id", "Required")]
    [InlineData("id,name\n1,\"två\nrader\"\n2,bra\n", 2, "name", "ControlCharacter")]
    [InlineData("", 1, "", "Empty")]
    public async Task A_malformed_file_is_told_with_its_line(string text, int line, string column, string code)
    {
        await using var world = new ImportWorld(_engine);
        var problem = (await world.LoadAsync(("categories.csv", text))).Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column, problem.Code).ShouldBe((line, column, code));
    }

    [Fact]
    public async Task A_column_that_is_left_out_is_not_touched_and_an_empty_field_empties()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var report = await world.LoadAsync(("price-lists.csv", "id;name;description\nX-UT;Utland;\n"));
        report.Files.ShouldHaveSingleItem().Changed.ShouldBe(1);
        (await world.AskAsync<string>("SELECT Description FROM PriceList WHERE ExternalId = 'X-UT'")).ShouldBeNull();
        (await world.AskAsync<long>("SELECT MonthlyPrice FROM PriceList WHERE ExternalId = 'X-UT'")).ShouldBe(290_000);
    }

    [Fact]
    public async Task A_moved_account_takes_what_is_below_it_along()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        await world.LoadAsync(("accounts.csv", "id;organisation;parent;number;name\nA2;O1;A4;700002;Vård och omsorg\n"));
        const string sql = """
            SELECT t.Depth FROM AccountTree t JOIN Account a ON a.Id = t.AncestorId JOIN Account d ON d.Id = t.DescendantId WHERE a.Number = '700004' AND d.Number = '700003'
            """;
        (await world.AskAsync<int?>(sql)).ShouldBe(2);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM AccountTree")).ShouldBe(1 + 2 + 3 + 4 + 1);
    }

    [Fact]
    public async Task Hiding_a_product_hides_its_services_and_a_barring_can_be_taken_away()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        await world.LoadAsync(
            ("products.csv", "id;category;kind;name;monthlyPrice;isHidden\nX-MOB;X-MOBIL;mobile;Mobil Företag;199.00;true\n"),
            ("barrings.csv", "organisation;subscription;kind;since;isRemoved\nO1;S1;premiumCalls;2025-03-01T09:00:00+01:00;true\n"));
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Subscription WHERE IsHidden = 1")).ShouldBe(3);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Barring")).ShouldBe(1);
    }

    [Fact]
    public async Task Shown_again_a_product_does_not_show_a_service_that_never_was()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        await world.AskAsync<int?>("UPDATE Subscription SET IsHidden = 1, IsWithdrawn = 1 WHERE ExternalId = 'S1'");
        foreach (var hidden in new[] { "true", "false" }) await world.LoadAsync(("products.csv", $"id;category;kind;name;monthlyPrice;isHidden\nX-MOB;X-MOBIL;mobile;Mobil Företag;199.00;{hidden}\n"));
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Subscription WHERE IsHidden = 1")).ShouldBe(2, "S1 of both organisations");
    }

    [Fact]
    [Covers("OPS-1", "a broken-off load is resumed")]
    public async Task A_load_of_accounts_that_was_broken_off_goes_on_where_it_stopped()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var rows = string.Concat(Enumerable.Range(0, 2000).Select(i => $"N{i};O1;A4;{710_000 + i};Avdelning {i}\n"));
        var source = new TextSource([("accounts.csv", "id;organisation;parent;number;name\n" + rows)]);
        var applied = await world.BreakOffAsync(source);
        applied.ShouldBeInRange(1, 1999);

        var report = await world.Scope.SendAsync(new ImportData(source));

        report.Files.ShouldHaveSingleItem().Added.ShouldBe(2000 - applied);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM Account WHERE ExternalId LIKE 'N%'")).ShouldBe(2000);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM AccountTree t JOIN Account a ON a.Id = t.DescendantId WHERE a.ExternalId LIKE 'N%'")).ShouldBe(3 * 2000);
    }

    [Fact]
    public async Task Pin_and_puk_are_encrypted()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        (await world.AskAsync<string>("SELECT ProtectedPuk FROM SimCard WHERE ProtectedPuk IS NOT NULL"))!.ShouldNotContain("12345678");
    }

    [Fact]
    public async Task Only_the_operator_may_load()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        await using var scope = new TestScope(database, await world.UserAsync((await world.OrganisationAsync()).RootId));
        await Should.ThrowAsync<ForbiddenException>(() => scope.SendAsync(new ImportData(new FolderSource(ImportWorld.Samples))));
    }
}

public sealed class ImportOnSqlite() : ImportTests(DatabaseEngine.Sqlite);

public sealed class ImportOnSqlServer() : ImportTests(DatabaseEngine.SqlServer);
