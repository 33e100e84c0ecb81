using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Users;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Users;

public abstract class UserQueryTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly Stmt SetLogin = "UPDATE PortalUser SET LastLoginAt = @at WHERE Id = @id";
    private static readonly Stmt SetLimited = "UPDATE PortalUser SET LimitsProducts = 1 WHERE Id = @id";

    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private TestOrganisation _own = null!;
    private Guid _north, _workshop;
    private UserIdentity _anna = null!, _karl = null!, _bo = null!;

    /// <summary>Root (anna) → Norr (karl, with an app) → Verkstad (bo, invited); Söder beside them (åsa), another organisation (ove).</summary>
    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _own = await _world.OrganisationAsync("Bolaget AB");
        _north = await _world.AccountAsync(_own.RootId, "Region Norr", "Norr");
        _workshop = await _world.AccountAsync(_north, "Verkstad");
        _anna = await _world.UserAsync(_own.RootId, "anna", passwordHash: "x", smsTwoFactor: true);
        _karl = await _world.UserAsync(_north, "karl", passwordHash: "x", mobile: null);
        await _world.InsertAsync("UserAuthenticator", ("UserId", _karl.Id), ("Secret", "s"), ("LastStep", 0L));
        _bo = await _world.UserAsync(_workshop, "bo", rights: [Right.ViewInvoices], email: "bo@verkstad.example");
        await _world.UserAsync(await _world.AccountAsync(_own.RootId, "Region Söder"), "åsa", passwordHash: "x", isActive: false);
        await _world.UserAsync((await _world.OrganisationAsync("Annan AB")).RootId, "ove", passwordHash: "x");
        await _world.Db.ExecuteAsync(SetLogin, new { id = _karl.Id, at = World.Now });
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [Covers("USR-1", "the list of users, by name, with two-factor, last log-in and status")]
    [InlineData("", "anna, bo, karl, åsa")]
    [InlineData("sort=-name", "åsa, karl, bo, anna")]
    [InlineData("sort=user-name", "anna, bo, karl, åsa")]
    [InlineData("sort=type", "anna, bo, karl, åsa")]
    [InlineData("sort=account", "anna, karl, åsa, bo")]
    [InlineData("sort=-status", "åsa, bo, karl, anna")]
    [InlineData("sort=-two-factor", "karl, anna, åsa, bo")]
    [InlineData("f.name=~kar", "karl")]
    [InlineData("f.type=administrator", "anna")]
    [InlineData("f.account=~norr", "karl")]
    [InlineData("f.email=~verkstad", "bo")]
    [InlineData("f.two-factor=app,sms", "anna, karl")]
    [InlineData("f.last-login=!!", "karl")]
    [InlineData("f.status=invited", "bo")]
    [InlineData("f.status=deactivated,active", "anna, karl, åsa")]
    public async Task The_list_is_sorted_and_filtered(string query, string names) => (await NamesAsync(_anna, query)).ShouldBe(names);

    [Fact]
    [Covers("USR-1", "users within the own reach only")]
    public async Task The_list_ends_at_the_reach()
    {
        (await NamesAsync(_karl, "")).ShouldBe("bo, karl");
        (await NamesAsync(_karl, "f.type=administrator")).ShouldBe("");
        (await NamesAsync(await _world.UserAsync(_workshop, "ida"), "sort=-email")).ShouldBe("ida, bo");
    }

    [Fact]
    public async Task A_row_tells_what_the_list_shows()
    {
        var row = (await PageAsync(_anna, "f.user-name==karl")).Rows.ShouldHaveSingleItem();
        (row.Name, row.Type, row.Account).ShouldBe(("Person karl", UserType.AccountAdministrator, "Norr"));
        (row.TwoFactor, row.LastLoginAt, row.Status).ShouldBe((UserTwoFactor.App, World.Now, UserStatus.Active));
        row.AccountNumber.ShouldBe(await _world.AccountNumberAsync(_north));
    }

    [Fact]
    [Covers("USR-2", "a user is seen by who manages users within a reach that holds the user's own")]
    public async Task A_user_outside_the_reach_does_not_exist()
    {
        await using var karl = new TestScope(_database, _karl);
        (await karl.SendAsync(new GetUser(_bo.Id))).Facts.UserName.ShouldBe("bo");
        foreach (var id in new[] { _anna.Id, Guid.CreateVersion7(), await IdAsync("f.user-name==åsa") })
            await Should.ThrowAsync<NotFoundException>(() => karl.SendAsync(new GetUser(id)));
        await using var bo = new TestScope(_database, _bo);
        await Should.ThrowAsync<ForbiddenException>(() => bo.SendAsync(new GetUser(_bo.Id)));
        await Should.ThrowAsync<ForbiddenException>(() => bo.SendAsync(new ListUsers(new ListRequest())));
    }

    [Fact]
    [Covers("USR-2", "a user with rights that one lacks is seen, not changed")]
    public async Task A_user_tells_rights_sessions_and_whether_it_may_be_changed()
    {
        await _world.SessionAsync(_bo.Id);
        await using var manager = new TestScope(_database, await _world.UserAsync(_north, "ma", rights: [Right.ManageUsers, Right.ViewInvoices]));
        var bo = await manager.SendAsync(new GetUser(_bo.Id));
        (bo.Rights.ShouldHaveSingleItem(), bo.OpenSessions, bo.MayBeManaged, bo.IsOneself).ShouldBe((Right.ViewInvoices, 1, true, false));
        (bo.Facts.Status, bo.Facts.Type, bo.Facts.PersonAccountName).ShouldBe((UserStatus.Invited, UserType.AccountAdministrator, "Verkstad"));
        (await manager.SendAsync(new GetUser(_karl.Id))).MayBeManaged.ShouldBeFalse();
        await using var anna = new TestScope(_database, _anna);
        var self = await anna.SendAsync(new GetUser(_anna.Id));
        (self.IsOneself, self.MayBeManaged, self.Facts.Type, self.Facts.SmsTwoFactor, self.Facts.HasAuthenticator).ShouldBe((true, true, UserType.Administrator, true, false));
    }

    [Fact]
    [Covers("USR-2", "the products that a user may order; what is kept out of the portal is not told")]
    public async Task A_user_who_is_limited_tells_the_products_that_are_shown()
    {
        var shown = await _world.ProductAsync(SubscriptionKind.Mobile, "Mobil");
        foreach (var product in new[] { shown, await _world.ProductAsync(SubscriptionKind.FixedTelephony, "Intern linje", hidden: true) })
            await _world.InsertAsync("UserProduct", ("UserId", _bo.Id), ("ProductId", product));
        await _world.Db.ExecuteAsync(SetLimited, new { id = _bo.Id });
        await using var karl = new TestScope(_database, _karl);
        var bo = await karl.SendAsync(new GetUser(_bo.Id));
        (bo.Facts.LimitsProducts, bo.Products.ShouldHaveSingleItem().Id, bo.Products[0].Name).ShouldBe((true, shown, "Mobil"));
        (await karl.SendAsync(new GetUser(_karl.Id))).Products.ShouldBeEmpty();
    }

    [Fact]
    [Covers("USR-1", "a row says whether the user may be changed")]
    public async Task A_row_tells_whether_who_asks_may_change_the_user()
    {
        var manager = await _world.UserAsync(_north, "ma", rights: [Right.ManageUsers, Right.ViewInvoices, Right.PlaceOrders]);
        await ManagedAsync(manager, "bo, ma");
        var (mobile, broadband) = (await _world.ProductAsync(SubscriptionKind.Mobile, "Mobil"), await _world.ProductAsync(SubscriptionKind.Broadband, "Fiber"));
        await _world.Db.ExecuteAsync(SetLimited, new { id = manager.Id });
        await _world.InsertAsync("UserProduct", ("UserId", manager.Id), ("ProductId", mobile));
        foreach (var (name, product) in new (string, Guid?)[] { ("alla", null), ("fiber", broadband), ("ingen", Guid.Empty), ("mobil", mobile) })
        {
            var user = await _world.UserAsync(_workshop, name, rights: [Right.PlaceOrders]);
            if (product is null) continue;
            await _world.Db.ExecuteAsync(SetLimited, new { id = user.Id });
            if (product != Guid.Empty) await _world.InsertAsync("UserProduct", ("UserId", user.Id), ("ProductId", product));
        }

        await ManagedAsync(manager, "bo, ingen, ma, mobil");
    }

    private async Task ManagedAsync(UserIdentity manager, string names) =>
        string.Join(", ", (await PageAsync(manager, "")).Rows.Where(row => row.MayBeManaged).Select(row => row.UserName)).ShouldBe(names);

    private async Task<Guid> IdAsync(string query) => (await PageAsync(_anna, query)).Rows[0].Id;

    private async Task<string> NamesAsync(UserIdentity user, string query) => string.Join(", ", (await PageAsync(user, query)).Rows.Select(row => row.UserName));

    private async Task<ListPage<UserRow>> PageAsync(UserIdentity user, string query)
    {
        await using var scope = new TestScope(_database, user);
        var parts = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).SelectMany(p => p.Value.Select(v => new KeyValuePair<string, string?>(p.Key, v)));
        return await scope.SendAsync(new ListUsers(ListRequest.Parse(parts, ListUsers.Columns).OrThrow()));
    }
}

public sealed class UserQueriesOnSqlite() : UserQueryTests(DatabaseEngine.Sqlite);

public sealed class UserQueriesOnSqlServer() : UserQueryTests(DatabaseEngine.SqlServer);
