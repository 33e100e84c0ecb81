using Connect.Application.Common.Ports;
using Connect.Application.Search;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Search;

public sealed class SearchTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private World _world = null!;
    private TestOrganisation _own = null!;
    private Guid _branch;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _own = await _world.OrganisationAsync();
        _branch = await _world.AccountAsync(_own.RootId, "Verkstad");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("070-174 06 05")]
    [InlineData("+46701740605")]
    [InlineData("0046701740605")]
    [InlineData("1740605")]
    [InlineData("0605")]
    [InlineData("åke")]
    [InlineData("ÅKE S")]
    [InlineData("tröm")]
    [Covers("NAV-3", "services by name or number, or a part of it")]
    public async Task A_service_is_found_by_its_name_or_number_or_a_part_of_it(string typed)
    {
        var service = await _world.SubscriptionAsync(_branch, "Åke Ström", phone: "+46701740605");
        await _world.SubscriptionAsync(_branch, "Bo Ek", phone: "+46799999999");

        (await FoundAsync(_own.RootId, typed)).ShouldBe([service.ToString()]);
    }

    [Theory]
    [InlineData("12-34")]
    [InlineData("12")]
    [InlineData("34 b")]
    public async Task Digits_of_a_name_are_found_and_those_of_a_number_beside_them(string typed)
    {
        var named = await _world.SubscriptionAsync(_branch, "Hus 12-34 B", phone: "+46799999999");
        var numbered = await _world.SubscriptionAsync(_branch, "Bo Ek", phone: "+46701123405");
        string[] expected = typed == "34 b" ? [named.ToString()] : [named.ToString(), numbered.ToString()];

        (await FoundAsync(_own.RootId, typed)).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task A_name_that_holds_the_letter_again_and_again_hides_no_other()
    {
        await _world.SubscriptionAsync(_branch, string.Join(' ', Enumerable.Range(10, 60).Select(number => $"a{number}")));
        var plain = await _world.SubscriptionAsync(_branch, "Adel Östman");

        (await FoundAsync(_own.RootId, "a")).ShouldContain(plain.ToString());
    }

    [Fact]
    [Covers("NAV-3", "a SIM card's ICC")]
    public async Task The_service_of_a_SIM_card_is_found_by_its_ICC()
    {
        var service = await _world.SubscriptionAsync(_branch);
        var icc = await _world.SimCardAsync(_own.Id, service);

        (await FoundAsync(_own.RootId, icc)).ShouldBe([service.ToString()]);
        (await FoundAsync(_own.RootId, icc[..15])).ShouldBe([service.ToString()]);
    }

    [Fact]
    [Covers("NAV-3", "only within the reach")]
    public async Task What_is_outside_the_reach_or_hidden_is_not_found()
    {
        var elsewhere = await _world.OrganisationAsync("Annan AB");
        await _world.SubscriptionAsync(elsewhere.RootId, "Åke Annan", phone: "+46701740606");
        var outside = await _world.SubscriptionAsync(_own.RootId, "Åke Ovan", phone: "+46701740607");
        await _world.SimCardAsync(_own.Id, outside, icc: "8946999000000000017");
        await _world.SubscriptionAsync(_branch, "Åke Dold", hidden: true);
        var inside = await _world.SubscriptionAsync(_branch, "Åke Ström", phone: "+46701740605");

        (await FoundAsync(_branch, "åke")).ShouldBe([inside.ToString()]);
        (await FoundAsync(_branch, "1740607")).ShouldBeEmpty();
        (await FoundAsync(_branch, "8946999000000000017")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Services_in_use_come_before_those_that_have_ended()
    {
        var ended = await _world.SubscriptionAsync(_branch, "Åke A", status: SubscriptionStatus.Terminated);
        var used = await _world.SubscriptionAsync(_branch, "Åke B");

        (await FoundAsync(_own.RootId, "åke")).ShouldBe([used.ToString(), ended.ToString()]);
    }

    [Fact]
    public async Task A_service_is_found_once_however_often_its_name_holds_the_letters()
    {
        var service = await _world.SubscriptionAsync(_branch, "Anna Annasson");
        (await FoundAsync(_own.RootId, "anna")).ShouldBe([service.ToString()]);
    }

    [Fact]
    public async Task More_letters_than_the_index_holds_are_compared_with_the_whole_name()
    {
        var service = await _world.SubscriptionAsync(_branch, "Anläggning Väg och järnväg, Storgatan 70");
        await _world.SubscriptionAsync(_branch, "Anläggning Väg och järnväg, Sågverksvägen 48");

        (await FoundAsync(_own.RootId, "anläggning väg och järnväg, stor")).ShouldBe([service.ToString()]);
    }

    [Fact]
    public async Task A_new_name_is_found_at_once_and_the_old_one_no_longer()
    {
        var service = await _world.SubscriptionAsync(_branch, "Åke Ström");
        await using var scope = new TestScope(_database, await _world.UserAsync(_own.RootId));
        await IndexAsync(scope);

        await scope.SendAsync(new RenameSubscriptionUser(service, "Örjan Berg"));

        (await FoundAsync(scope, "örjan")).ShouldBe([service.ToString()]);
        (await FoundAsync(scope, "åke")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_without_a_letter_does_not_hold_the_nightly_work_up()
    {
        await _world.SubscriptionAsync(_branch, "–", SubscriptionKind.Broadband, phone: "");
        var service = await _world.SubscriptionAsync(_branch, "Åke Ström");

        (await FoundAsync(_own.RootId, "åke").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).ShouldBe([service.ToString()]);
    }

    [Fact]
    public async Task Many_that_have_ended_do_not_hide_one_in_use()
    {
        for (var i = 0; i < 30; i++) await _world.SubscriptionAsync(_branch, "Åke A", status: SubscriptionStatus.Terminated);
        var used = await _world.SubscriptionAsync(_branch, "Åke Z");

        (await FoundAsync(_own.RootId, "åke"))[0].ShouldBe(used.ToString());
    }

    [Fact]
    [Covers("NAV-3", "accounts")]
    public async Task An_account_is_found_by_its_name()
    {
        var number = await _world.AccountNumberAsync(_branch);
        (await FoundAsync(_own.RootId, "verkst")).ShouldBe([number]);
        (await FoundAsync(await _world.AccountAsync(_own.RootId, "Granne"), "verkst")).ShouldBeEmpty();
    }

    [Theory]
    [Covers("NAV-3", "users by name, user name or e-mail")]
    [InlineData("person örj")]
    [InlineData("ORJAN.B")]
    [InlineData("berg@")]
    public async Task A_user_is_found_by_name_user_name_or_e_mail_within_the_reach(string typed)
    {
        await _world.UserAsync(_own.RootId, "örjan ovan", email: "orjan.berg@ovan.example");
        var user = await _world.UserAsync(_branch, "örjan", email: "orjan.berg@example.com");
        var elsewhere = await _world.OrganisationAsync("Annan AB");
        await _world.UserAsync(elsewhere.RootId, "örjan annan", email: "orjan.berg@annan.example");

        (await FoundAsync(_branch, typed)).ShouldBe([user.Id.ToString()]);
        await using var scope = new TestScope(_database, await _world.UserAsync(_branch, rights: [Right.ViewSubscriptions]));
        (await FoundAsync(scope, typed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Users_who_can_log_in_come_before_those_who_are_deactivated()
    {
        var gone = await _world.UserAsync(_branch, "a-lind", isActive: false);
        var here = await _world.UserAsync(_branch, "b-lind");

        (await FoundAsync(_own.RootId, "lind")).ShouldBe([here.Id.ToString(), gone.Id.ToString()]);
    }

    [Fact]
    public async Task Without_the_right_no_services_are_found()
    {
        await _world.SubscriptionAsync(_branch, "Åke Ström");
        await using var scope = new TestScope(_database, await _world.UserAsync(_own.RootId, rights: [Right.ViewInvoices]));
        await IndexAsync(scope);

        (await FoundAsync(scope, "åke")).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> FoundAsync(Guid reach, string typed)
    {
        await using var scope = new TestScope(_database, await _world.UserAsync(reach));
        await IndexAsync(scope);
        return await FoundAsync(scope, typed);
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(TestScope scope, string typed) =>
        [.. (await scope.SendAsync(new FindAnything(typed))).SelectMany(group => group.Hits).Select(hit => hit.Key)];

    // What the test put straight into the database is taken in as after an upgrade.
    private static Task IndexAsync(TestScope scope) => scope.RunAsync(async services =>
    {
        await services.GetServices<IRecurringWork>().Single(work => work.Name == "search-index").RunAsync(default);
        return true;
    });
}
