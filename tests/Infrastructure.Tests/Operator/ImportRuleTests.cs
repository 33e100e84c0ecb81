using Connect.Application.Operator;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Operator;

/// <summary>What rows must not do to each other, whether the other stands in the load or in the database.</summary>
public sealed class ImportRuleTests : IAsyncLifetime
{
    private const string Forwardings = "organisation;subscription;kind;target;ringSeconds;since;isRemoved\n";
    private const string Services = "id;organisation;account;product;status;userName;phoneNumber;fixedNumber;monthlyPrice;startsOn\n";
    private readonly ImportWorld _world = new();

    public async ValueTask InitializeAsync() => await _world.SampleAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("070-174 06 31", "ForwardToSelf")]
    [InlineData("08-465 004 10", "ForwardToSelf")]
    [InlineData("+46 900 123 45 67", "ForwardToPremium")]
    [InlineData("112", "NotPhone")]
    [InlineData("070-174 06 30", null)]
    [Covers("OPS-1", "a forwarding to the service's own number, a premium number or 112 is refused")]
    public async Task A_forwarding_leads_somewhere_else(string target, string? problem)
    {
        var report = await _world.LoadAsync(("forwardings.csv", $"{Forwardings}O1;S2;unconditional;{target};;2026-01-01T08:00:00Z;\n"));
        ShouldBe(report, problem is null ? [] : [("forwardings.csv", 2, "target", problem)]);
    }

    [Fact]
    public async Task A_number_that_the_load_gives_the_service_counts_already()
    {
        var service = ("subscriptions.csv", Services + "S2;O1;A2;X-VX;active;Örjan Håkansson;070-174 06 99;;279.00;2025-02-01\n");
        var toNew = await _world.LoadAsync(service, ("forwardings.csv", Forwardings + "O1;S2;unconditional;070-174 06 99;;2026-01-01T08:00:00Z;\n"));
        ShouldBe(toNew, [("forwardings.csv", 2, "target", "ForwardToSelf")]);
        ShouldBe(await _world.LoadAsync(service, ("forwardings.csv", Forwardings + "O1;S2;unconditional;070-174 06 31;;2026-01-01T08:00:00Z;\n")), []);
    }

    [Fact]
    public async Task A_service_does_not_get_the_number_that_its_calls_go_to_unless_that_forwarding_goes_away()
    {
        var service = ("subscriptions.csv", Services + "S1;O1;A3;X-MOB;active;Åsa Ängström;070-174 06 30;08-465 004 12;179.00;2025-03-01\n");
        var refused = await _world.LoadAsync(service);
        refused.Problems.Select(p => (p.File, p.Line, p.Column, p.Code)).Distinct().ShouldBe([("subscriptions.csv", 2L, "fixedNumber", "ForwardedHere")]);
        var gone = Forwardings + "O1;S1;busy;08-465 004 12;;2025-05-01T09:00:00Z;true\nO1;S1;noReply;08-465 004 12;20;2025-05-01T09:00:00Z;true\n";
        ShouldBe(await _world.LoadAsync(service, ("forwardings.csv", gone)), []);
    }

    [Fact]
    [Covers("OPS-1", "a row of another organisation is refused")]
    public async Task A_card_of_one_organisation_is_not_taken_over_by_another()
    {
        var before = await _world.DumpAsync();
        var report = await _world.LoadAsync(("sim-cards.csv", "icc;organisation;state\n8946997000000000043;O2;inStock\n"));
        ShouldBe(report, [("sim-cards.csv", 2, "organisation", "OtherOrganisation")]);
        (await _world.DumpAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_service_of_another_organisation_can_not_be_named()
    {
        var report = await _world.LoadAsync(("barrings.csv", "organisation;subscription;kind;since\nO2;S4;premiumCalls;2026-01-01T08:00:00Z\n"));
        ShouldBe(report, [("barrings.csv", 2, "subscription", "Reference")]);
    }

    [Fact]
    public async Task An_account_stays_where_it_is_when_the_file_does_not_say_where()
    {
        ShouldBe(await _world.LoadAsync(("accounts.csv", "id;organisation;number;name\nA3;O1;700003;Åsens äldreboende\n")), []);
        (await _world.AskAsync<string>("SELECT p.Number FROM Account a JOIN Account p ON p.Id = a.ParentId WHERE a.Number = '700003'")).ShouldBe("700002");
        (await _world.AskAsync<string>("SELECT Name FROM Account WHERE Number = '700003'")).ShouldBe("Åsens äldreboende");
    }

    [Fact]
    public async Task Another_account_can_not_take_the_roots_place()
    {
        var report = await _world.LoadAsync(("accounts.csv", "id;organisation;parent;number;name\nA0;O1;;700000;Ny rot\nA1;O1;A0;700001;Björklunda Kommun\n"));
        ShouldBe(report, [("accounts.csv", 2, "parent", "RootMoved")]);
    }

    [Fact]
    public async Task A_role_that_is_named_twice_in_different_letters_is_one()
    {
        ShouldBe(await _world.LoadAsync(("contact-persons.csv", "id;organisation;account;name;roles\nP2;O1;A2;Göran Ek;Teknik|teknik|ekonomi\n")), []);
        (await _world.AskAsync<int>("SELECT COUNT(*) FROM ContactPersonRole r JOIN ContactPerson p ON p.Id = r.ContactPersonId WHERE p.Name = 'Göran Ek'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_country_has_two_letters()
    {
        const string rows = "id;organisation;subscription;time;type;direction;zone;country;amount;charge\n9;O1;S1;2026-02-03T11:00:00Z;data;outgoing;roamingEu;4X;1;0\n";
        ShouldBe(await _world.LoadAsync(("usage.csv", rows)), [("usage.csv", 2, "country", "NotCountry")]);
    }

    private static void ShouldBe(ImportReport report, (string File, long Line, string Column, string Code)[] problems) =>
        report.Problems.Select(p => (p.File, p.Line, p.Column, p.Code)).ShouldBe(problems);
}
