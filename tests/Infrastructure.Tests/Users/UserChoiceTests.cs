using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Users;

public abstract class UserChoiceTests(DatabaseEngine engine) : IAsyncLifetime
{
    private UserWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await UserWorld.MakeAsync(engine);
    public ValueTask DisposeAsync() => _world is null ? ValueTask.CompletedTask : _world.DisposeAsync();

    [Fact]
    [Covers("USR-2", "the agreement says which products can be chosen")]
    public async Task What_the_agreements_offer_can_be_chosen_once_each_and_nothing_hidden_or_elses()
    {
        var choices = await _world.SendAsync(_world.Karl, new GetUserChoices());
        choices.Products.Select(product => (product.Id, product.Name, product.Category)).ShouldBe([(_world.Broadband, "Bredband", "Mobilt"), (_world.Mobile, "Mobil", "Mobilt")]);
        (choices.MustLimitProducts, string.Join(',', choices.Rights)).ShouldBe((false, "ViewSubscriptions,PlaceOrders,ManageUsers"));
    }

    [Fact]
    [Covers("USR-2", "a limited user gives what they may order themselves")]
    public async Task One_who_is_limited_gives_no_more_than_that()
    {
        await _world.SendAsync(_world.Anna, await _world.EditAsync(_world.Karl.Id) with { LimitsProducts = true, Products = [_world.Mobile] });
        var choices = await _world.SendAsync(_world.Karl, new GetUserChoices());
        (choices.MustLimitProducts, choices.Products.ShouldHaveSingleItem().Id).ShouldBe((true, _world.Mobile));
    }

    [Fact]
    public async Task An_agreement_offers_on_its_own_days_only()
    {
        async Task<int> OfferedAsync(DateOnly day) => (await _world.RunAsync(services =>
            services.GetRequiredService<IProductOffer>().ListAsync(_world.Anna.Reach, ProductLimits.None, day, default))).Count;
        (await OfferedAsync(World.Today.AddYears(-1)), await OfferedAsync(World.Today.AddYears(-1).AddDays(-1))).ShouldBe((2, 0));
        await _world.World.Db.ExecuteAsync("UPDATE Agreement SET ValidTo = @day", new { day = World.Today });
        (await OfferedAsync(World.Today), await OfferedAsync(World.Today.AddDays(1))).ShouldBe((2, 0));
    }

    [Theory]
    [Covers("USR-2", "contact persons are chosen within the reach")]
    [InlineData(null, "Person anna, Person bea, Person karl, Person sven, Person vera")]
    [InlineData("VERA@", "Person vera")]
    [InlineData("person s", "Person sven")]
    [InlineData("frans", "")]
    public async Task Who_sees_all_of_the_organisation_finds_nobody_of_another(string? text, string names) =>
        string.Join(", ", (await _world.SendAsync(_world.Anna, new PickContactPersons(text))).Hits.Select(hit => hit.Name)).ShouldBe(names);

    [Theory]
    [Covers("USR-2", "contact persons are chosen within the reach")]
    [InlineData(null, "Person karl, Person vera")]
    [InlineData("VERA@", "Person vera")]
    [InlineData("person k", "Person karl")]
    [InlineData("sven", "")]
    [InlineData("%", "")]
    [InlineData("a\0", "Person karl, Person vera")]
    public async Task Contact_persons_are_found_by_name_and_address_within_the_reach(string? text, string names)
    {
        var found = await _world.SendAsync(_world.Karl, new PickContactPersons(text));
        (string.Join(", ", found.Hits.Select(hit => hit.Name)), found.HasMore).ShouldBe((names, false));
        found.Hits.ShouldAllBe(hit => hit.Name == $"Person {hit.UserName}", "Who logs in as the person is told.");
    }

    [Fact]
    public async Task Of_a_user_outside_the_reach_not_even_the_name_is_told()
    {
        var person = await _world.PersonOfAsync(_world.Vera);
        await _world.World.Db.ExecuteAsync("UPDATE PortalUser SET ContactPersonId = @person WHERE Id = @id", new { person, id = _world.Anna.Id });
        (await _world.SendAsync(_world.Karl, new PickContactPersons("vera"))).Hits.ShouldHaveSingleItem().UserName.ShouldBe("vera");
        (await _world.SendAsync(_world.Anna, new PickContactPersons("vera"))).Hits.ShouldHaveSingleItem().UserName.ShouldBe("anna");
    }

    [Fact]
    public async Task The_persons_of_an_account_are_found_by_its_number()
    {
        (await _world.SendAsync(_world.Karl, new PickContactPersons(_world.Workshop))).Hits.ShouldHaveSingleItem().Name.ShouldBe("Person vera");
        (await _world.SendAsync(_world.Karl, new PickContactPersons(_world.Root))).Hits.ShouldBeEmpty();
        (await _world.SendAsync(_world.Anna, new PickContactPersons(_world.Workshop))).Hits.ShouldHaveSingleItem().Name.ShouldBe("Person vera");
        (await _world.SendAsync(_world.Anna, new PickContactPersons(_world.Foreign))).Hits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_contact_persons_are_cut_to_the_first()
    {
        for (var i = 0; i < PickContactPersons.Most; i++) await _world.World.ContactPersonAsync(_world.Karl.Reach.AccountId, $"Ö {i:00}");
        var found = await _world.SendAsync(_world.Karl, new PickContactPersons(""));
        (found.Hits.Count, found.HasMore).ShouldBe((PickContactPersons.Most, true));
    }
}

public sealed class UserChoicesOnSqlite() : UserChoiceTests(DatabaseEngine.Sqlite);

public sealed class UserChoicesOnSqlServer() : UserChoiceTests(DatabaseEngine.SqlServer);
