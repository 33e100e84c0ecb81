using Connect.Application.Common.Security;
using Connect.Application.Views;
using Connect.Domain.Common;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Views;

[Covers("LIST-7", "named views, own ones and those shared in the organisation")]
public abstract class SavedViewTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private UserIdentity _anna = null!, _karl = null!, _berit = null!;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        var root = (await _world.OrganisationAsync("Bolaget AB")).RootId;
        (_anna, _karl) = (await _world.UserAsync(root, "anna"), await _world.UserAsync(await _world.AccountAsync(root, "Norr"), "karl"));
        _berit = await _world.UserAsync((await _world.OrganisationAsync("Annan AB")).RootId, "berit");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Others_in_the_organisation_have_what_is_shared_and_nothing_else()
    {
        await SaveAsync(_anna, "Östra", shared: true);
        await SaveAsync(_anna, "Ärliga", shared: false);
        (await NamesAsync(_anna)).ShouldBe("Ärliga Östra");
        (await NamesAsync(_karl)).ShouldBe("Östra");
        (await NamesAsync(_berit)).ShouldBe("");
        (await NamesAsync(_anna, "orders")).ShouldBe("");
        var view = (await ListAsync(_karl)).ShouldHaveSingleItem();
        (view.IsOwn, view.IsShared, view.IsStart, view.Query).ShouldBe((false, true, false, "?sort=-price"));
    }

    [Fact]
    public async Task What_is_shared_by_somebody_who_can_log_in_no_longer_is_gone_for_the_others()
    {
        var gone = await _world.UserAsync(_anna.Reach.AccountId, "gunnar");
        await SaveAsync(gone, "Gunnars", shared: true);
        (await NamesAsync(_karl)).ShouldBe("Gunnars");
        await _world.Db.ExecuteAsync("UPDATE PortalUser SET IsActive = 0 WHERE Id = @id", new { id = gone.Id });
        (await NamesAsync(_karl)).ShouldBe("");
    }

    [Fact]
    public async Task The_same_name_is_the_same_view_where_it_is_to_be_replaced()
    {
        var first = await SaveAsync(_anna, "Dyra");
        var used = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_anna, new SaveView("services", "DYRA", "?f.price=500..", IsShared: false, IsStart: false)));
        (used.Code, used.Field, (await ListAsync(_anna)).ShouldHaveSingleItem().Name).ShouldBe(("ViewNameUsed", "Name", "Dyra"));
        (await SaveAsync(_anna, "DYRA", "?f.price=500..")).ShouldBe(first);
        (await SaveAsync(_karl, "Dyra")).ShouldNotBe(first);
        var view = (await ListAsync(_anna)).ShouldHaveSingleItem();
        (view.Name, view.Query).ShouldBe(("DYRA", "?f.price=500.."));
    }

    [Fact]
    public async Task A_list_opens_with_the_view_that_each_user_has_chosen()
    {
        var shared = await SaveAsync(_anna, "Dyra", shared: true);
        await SendAsync(_karl, new StartWithView("services", shared));
        ((await ListAsync(_karl)).Single().IsStart, (await ListAsync(_anna)).Single().IsStart).ShouldBe((true, false));

        await SaveAsync(_anna, "Dyra", shared: false);
        (await NamesAsync(_karl)).ShouldBe("");
        await SaveAsync(_anna, "Dyra", shared: true);
        (await ListAsync(_karl)).Single().IsStart.ShouldBeFalse("what was taken back is chosen anew");

        await SendAsync(_karl, new StartWithView("services", shared));
        await SendAsync(_anna, new RemoveView("services", shared));
        (await NamesAsync(_karl)).ShouldBe("");
    }

    [Fact]
    public async Task A_view_is_renamed_but_never_to_the_name_of_another_of_ones_own()
    {
        var (norr, _) = (await SaveAsync(_anna, "Norr", shared: true), await SaveAsync(_anna, "Österut"));
        await SaveAsync(_karl, "Karls");
        await SendAsync(_anna, new RenameView("services", norr, "NORR"));
        await SendAsync(_anna, new RenameView("services", norr, "Karls"));
        (await NamesAsync(_karl)).ShouldBe("Karls Karls");
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_anna, new RenameView("services", norr, "österut")))).Code.ShouldBe("ViewNameTaken");
        (await NamesAsync(_anna)).ShouldBe("Karls Österut");
    }

    [Fact]
    public async Task A_view_that_is_no_longer_shared_stays_what_the_list_of_its_owner_opens_with()
    {
        var view = await SaveAsync(_anna, "Dyra");
        await SendAsync(_anna, new ShareView("services", view, true));
        foreach (var user in new[] { _anna, _karl }) await SendAsync(user, new StartWithView("services", view));
        await SendAsync(_anna, new ShareView("services", view, false));
        (await NamesAsync(_karl)).ShouldBe("");
        await SendAsync(_anna, new ShareView("services", view, true));
        ((await ListAsync(_anna)).Single().IsStart, (await ListAsync(_karl)).Single().IsStart).ShouldBe((true, false));
    }

    private async Task<Guid> SaveAsync(UserIdentity user, string name, string query = "?sort=-price", bool shared = false) =>
        (await SendAsync(user, new SaveView("services", name, query, shared, IsStart: false, Replaces: true))).Id;

    private async Task<string> NamesAsync(UserIdentity user, string list = "services") => string.Join(' ', (await ListAsync(user, list)).Select(view => view.Name));

    private Task<IReadOnlyList<SavedView>> ListAsync(UserIdentity user, string list = "services") => SendAsync(user, new ListSavedViews(list));

    private async Task<T> SendAsync<T>(UserIdentity user, MediatR.IRequest<T> message)
    {
        await using var scope = new TestScope(_database, user);
        return await scope.SendAsync(message);
    }
}

public sealed class SavedViewsOnSqlite() : SavedViewTests(DatabaseEngine.Sqlite);

public sealed class SavedViewsOnSqlServer() : SavedViewTests(DatabaseEngine.SqlServer);
