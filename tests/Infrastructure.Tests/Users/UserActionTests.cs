using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Application.Users;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Users;

public abstract class UserActionTests(DatabaseEngine engine) : IAsyncLifetime
{
    private const string Password = "sju sjösjuka sjömän";
    private static readonly Stmt SelectAudit = "SELECT Outcome, Reason, SubjectId, BeforeState, AfterState FROM AuditEntry WHERE Action = @action ORDER BY Seq DESC";
    private static readonly Stmt CountRows = "SELECT (SELECT COUNT(*) FROM PortalUser) + (SELECT COUNT(*) FROM ContactPerson)";
    private UserWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await UserWorld.MakeAsync(engine);
    public ValueTask DisposeAsync() => _world is null ? ValueTask.CompletedTask : _world.DisposeAsync();

    [Fact]
    [Covers("USR-2", "the new user gets an invitation, chooses a password and has the given reach and rights")]
    [Covers("AUTH-4", "invitation of a new user")]
    public async Task A_new_user_takes_up_the_invitation_and_reaches_what_was_given()
    {
        var create = await _world.NewAsync(_world.Workshop, Right.ViewSubscriptions, Right.PlaceOrders) with { LimitsProducts = true, Products = [_world.Mobile], Language = "en" };
        var id = await _world.SendAsync(_world.Karl, create);
        (await _world.SendAsync(_world.Karl, create)).ShouldBe(id, "A double click makes one.");
        (await _world.RecipientsAsync()).ShouldBe(["ny@example.com"]);
        var stored = await _world.StoredAsync(id);
        (stored.Account.Number, stored.Account.IsRoot, stored.Language, stored.HasPassword, stored.Version).ShouldBe((_world.Workshop, false, "en", false, 1));
        stored.Products.Products.ShouldBe([_world.Mobile]);

        var link = await _world.LinkAsync();
        await _world.SendAsync(null!, new AcceptInvitation(link, Password, Password));
        var step = await _world.SendAsync(null!, new LogIn("ny.person", Password));
        var session = await _world.RunAsync(services => services.GetRequiredService<SessionReader>().ReadAsync(step.SessionToken!, default));
        (session!.Reach.AccountId, session.Reach.IsRoot).ShouldBe((stored.Account.Id, false));
        session.Rights.ShouldBe([Right.ViewSubscriptions, Right.PlaceOrders], ignoreOrder: true);
        await IdentityRefusedAsync(() => _world.SendAsync(null!, new AcceptInvitation(link, Password, Password)), "LinkEnded");
        await IdentityRefusedAsync(() => _world.SendAsync(_world.Karl, new SendInvitationAgain(id)), "InvitationTakenUp");
    }

    [Fact]
    [Covers("USR-2", "a contact person made in place")]
    public async Task A_contact_person_made_in_place_stands_on_the_users_account()
    {
        var create = await _world.NewAsync(_world.Workshop) with { ContactPersonId = null, NewContactPerson = new("<script>alert(1)</script> Åsa") { Roles = ["Teknik"] } };
        var stored = await _world.StoredAsync(await _world.SendAsync(_world.Karl, create));
        var person = (await _world.SendAsync(_world.Karl, new PickContactPersons("åsa"))).Hits.ShouldHaveSingleItem();
        (await AuditAsync(nameof(CreateUser))).AfterState!.ShouldContain("alert(1)", customMessage: "The added person is told by name.");
        (person.Id, person.Name, person.AccountNumber).ShouldBe((stored.ContactPersonId, "<script>alert(1)</script> Åsa", _world.Workshop));
    }

    [Fact]
    [Covers("USR-2", "edited rights and reach take effect; the audit log has before and after")]
    public async Task An_edit_is_stored_once_and_told_in_the_audit_log()
    {
        var edit = await _world.EditAsync(_world.Vera.Id) with { Account = _world.North, Rights = [Right.PlaceOrders], LimitsProducts = true, Products = [_world.Broadband, _world.Mobile] };
        await _world.SendAsync(_world.Karl, edit);
        var stored = await _world.StoredAsync(_world.Vera.Id);
        (stored.Account.Number, stored.Rights.Single(), stored.Products.Products.Count, stored.Version).ShouldBe((_world.North, Right.PlaceOrders, 2, 2));
        await Should.ThrowAsync<ConflictException>(() => _world.SendAsync(_world.Karl, edit with { Rights = [] }));
        await _world.SendAsync(_world.Karl, await _world.EditAsync(_world.Vera.Id) with { LimitsProducts = false });
        (await _world.StoredAsync(_world.Vera.Id)).Products.AreOn.ShouldBeFalse();
        var audit = await AuditAsync(nameof(EditUser));
        (audit.SubjectId, audit.Outcome).ShouldBe((_world.Vera.Id, 1));
        audit.BeforeState!.ShouldContain("\"rights\":[\"PlaceOrders\"]");
        audit.AfterState!.ShouldContain("\"products\":null");
        audit.AfterState!.ShouldContain("\"name\":\"Person vera\"");
    }

    [Fact]
    [Covers("USR-2", "outside the reach is a user, an account or a person that does not exist")]
    public async Task What_lies_outside_the_reach_does_not_exist()
    {
        foreach (var id in new[] { _world.Anna.Id, _world.Sven.Id, _world.Frans.Id, Guid.NewGuid() })
        {
            var edit = await _world.EditAsync(_world.Vera.Id) with { UserId = id };
            Func<Task>[] requests =
            [
                () => _world.SendAsync(_world.Karl, edit), () => _world.SendAsync(_world.Karl, new DeactivateUser(id)), () => _world.SendAsync(_world.Karl, new ReactivateUser(id)),
                () => _world.SendAsync(_world.Karl, new ResetUserTwoFactor(id)), () => _world.SendAsync(_world.Karl, new EndUserSessions(id)), () => _world.SendAsync(_world.Karl, new SendInvitationAgain(id)),
            ];
            foreach (var request in requests) await Should.ThrowAsync<NotFoundException>(request);
        }

        var before = await _world.World.Db.FirstOrDefaultAsync<int>(CountRows);
        foreach (var account in new[] { _world.Root, _world.South, _world.Foreign, "999999", "x' OR 1 = 1 --" })
            await IdentityRefusedAsync(async () => await _world.SendAsync(_world.Karl, await _world.NewAsync(account)), "AccountUnknown");
        foreach (var person in new[] { await _world.PersonOfAsync(_world.Sven), await _world.PersonOfAsync(_world.Frans), Guid.NewGuid() })
            await IdentityRefusedAsync(async () => await _world.SendAsync(_world.Karl, await _world.NewAsync(_world.Workshop) with { ContactPersonId = person }), "ContactPersonUnknown");
        (await _world.World.Db.FirstOrDefaultAsync<int>(CountRows)).ShouldBe(before);
    }

    [Fact]
    [Covers("USR-2", "a right beyond one's own is refused and audited, nothing changed")]
    public async Task A_right_beyond_ones_own_is_refused_and_audited()
    {
        var before = await _world.StoredAsync(_world.Vera.Id);
        (await Should.ThrowAsync<ForbiddenException>(async () => await _world.SendAsync(_world.Karl, await _world.EditAsync(_world.Vera.Id) with { Rights = [Right.ViewInvoices] }))).Code.ShouldBe("RightBeyondOwn");
        var audit = await AuditAsync(nameof(EditUser));
        (audit.Outcome, audit.Reason, audit.SubjectId, audit.AfterState).ShouldBe((2, "RightBeyondOwn", _world.Vera.Id, null));
        (await _world.StoredAsync(_world.Vera.Id)).Version.ShouldBe(before.Version);
        await _world.SendAsync(_world.Anna, await _world.EditAsync(_world.Vera.Id) with { Rights = [Right.ViewInvoices] });
        (await Should.ThrowAsync<ForbiddenException>(() => _world.SendAsync(_world.Karl, new DeactivateUser(_world.Vera.Id)))).Code.ShouldBe("UserBeyondOwn");
        (await _world.StoredAsync(_world.Vera.Id)).IsActive.ShouldBeTrue();
    }

    [Fact]
    [Covers("USR-2", "user name or e-mail taken: within the reach it says so, outside nothing is told that can't be known")]
    public async Task A_colleagues_address_is_taken_and_a_strangers_is_nobodys_business()
    {
        var create = await _world.NewAsync(_world.Workshop);
        await IdentityRefusedAsync(() => _world.SendAsync(_world.Karl, create with { Email = "VERA@example.com" }), "EmailTaken");
        await IdentityRefusedAsync(() => _world.SendAsync(_world.Karl, create with { UserName = "Frans" }), "UserNameTaken");
        await IdentityRefusedAsync(() => _world.SendAsync(_world.Karl, create with { UserName = "SVEN" }), "UserNameTaken");
        await _world.SendAsync(_world.Karl, create with { Email = "sven@example.com" });
        await IdentityRefusedAsync(async () => await _world.SendAsync(_world.Karl, await _world.EditAsync(_world.Vera.Id) with { UserName = "karl" }), "UserNameTaken");
    }

    [Fact]
    [Covers("USR-2", "deactivate, reactivate, end sessions, reset two-factor")]
    [Covers("AUTH-5", "a deactivated user's sessions, tokens and links end")]
    public async Task A_deactivated_user_is_out_and_a_reactivated_one_comes_back_with_the_same_password()
    {
        var step = await _world.SendAsync(null!, new LogIn("vera", World.Password));
        await _world.SendAsync(_world.Karl, new DeactivateUser(_world.Vera.Id));
        (await ReadAsync(step)).ShouldBeNull();
        await IdentityRefusedAsync(() => _world.SendAsync(null!, new LogIn("vera", World.Password)), "LoginFailed");
        await _world.SendAsync(_world.Karl, new ReactivateUser(_world.Vera.Id));
        (await ReadAsync(step)).ShouldBeNull("The old session does not come back.");
        step = await _world.SendAsync(null!, new LogIn("vera", World.Password));
        (await ReadAsync(step)).ShouldNotBeNull();
        await _world.SendAsync(_world.Karl, new EndUserSessions(_world.Vera.Id));
        (await ReadAsync(step)).ShouldBeNull();

        await _world.SendAsync(_world.Karl, await _world.EditAsync(_world.Vera.Id) with { SmsTwoFactor = true });
        (await _world.SendAsync(null!, new LogIn("vera", World.Password))).SessionToken.ShouldBeNull("A code is asked for.");
        await _world.SendAsync(_world.Karl, new ResetUserTwoFactor(_world.Vera.Id));
        (await _world.SendAsync(null!, new LogIn("vera", World.Password))).SessionToken.ShouldNotBeNull();
        (await _world.RecipientsAsync()).Count(to => to == "vera@example.com").ShouldBe(2, "She hears of the factor and of its end.");
    }

    [Fact]
    [Covers("USR-2", "how somebody else logs in is changed with a fresh password, or by a token made for it")]
    public async Task Without_a_fresh_password_nothing_of_somebodys_log_in_is_changed_but_by_a_token_for_users()
    {
        var (create, edit, vera) = (await _world.NewAsync(_world.Workshop), await _world.EditAsync(_world.Vera.Id), _world.Vera.Id);
        var stale = _world.Karl with { ReauthenticatedAt = World.Now.AddMinutes(-16) };
        var program = _world.Karl with { TokenName = "inläsning" };
        Func<UserIdentity, Task>[] changes =
        [
            by => _world.SendAsync(by, create), by => _world.SendAsync(by, edit with { Rights = [] }), by => _world.SendAsync(by, new ResetUserTwoFactor(vera)),
            by => _world.SendAsync(by, new ReactivateUser(vera)), async by => await _world.SendAsync(by, new SendInvitationAgain(await IdOfAsync("ny.person"))),
        ];
        foreach (var change in changes) (await Should.ThrowAsync<ForbiddenException>(() => change(stale))).Code.ShouldBe(ForbiddenException.ReauthenticationNeeded);
        (await Should.ThrowAsync<ForbiddenException>(() => changes[2](program with { Rights = new HashSet<Right> { Right.ViewSubscriptions } }))).Code.ShouldBe("Forbidden");
        // Rights are those of the token's scopes: it touches nobody who has more than it does.
        (await Should.ThrowAsync<ForbiddenException>(() => changes[1](program with { Rights = new HashSet<Right> { Right.ManageUsers } }))).Code.ShouldBe("UserBeyondOwn");
        foreach (var change in changes) await change(program);
        await _world.SendAsync(stale, new EndUserSessions(vera));
        await _world.SendAsync(stale, new DeactivateUser(vera));
    }

    [Fact]
    [Covers("USR-2", "an edit does not write over what the user chose meanwhile")]
    public async Task A_language_that_the_user_chose_meanwhile_is_not_written_over()
    {
        var edit = await _world.EditAsync(_world.Vera.Id);
        await _world.SendAsync(_world.Vera, new ChangeLanguage("sv"));
        await _world.SendAsync(_world.Vera, new ChangeLanguage("en"));
        await Should.ThrowAsync<ConflictException>(() => _world.SendAsync(_world.Karl, edit with { Rights = [] }));
        var stored = await _world.StoredAsync(_world.Vera.Id);
        (stored.Language, stored.Version).ShouldBe(("en", edit.Version + 1), "The same language again is no change.");
    }

    private Task<Guid> IdOfAsync(string userName) => _world.World.Db.FirstOrDefaultAsync<Guid>("SELECT Id FROM PortalUser WHERE UserName = @userName", new { userName });

    private Task<UserIdentity?> ReadAsync(LoginStep step) =>
        _world.RunAsync(services => services.GetRequiredService<SessionReader>().ReadAsync(step.SessionToken!, default));

    private async Task<AuditRow> AuditAsync(string action) => (await _world.World.Db.FirstOrDefaultAsync<AuditRow>(SelectAudit, new { action }))!;

    private static async Task IdentityRefusedAsync(Func<Task> action, string code) => (await Should.ThrowAsync<DomainRuleException>(action)).Code.ShouldBe(code);

    private sealed record AuditRow
    {
        public int Outcome { get; init; }
        public string? Reason { get; init; }
        public Guid? SubjectId { get; init; }
        public string? BeforeState { get; init; }
        public string? AfterState { get; init; }
    }
}

public sealed class UserActionsOnSqlite() : UserActionTests(DatabaseEngine.Sqlite);

public sealed class UserActionsOnSqlServer() : UserActionTests(DatabaseEngine.SqlServer);
