using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Identity;

public sealed class OwnDetailsTests : IAsyncLifetime
{
    private readonly IdentityWorld _world = new();
    private UserIdentity _anna = null!;

    public async ValueTask InitializeAsync() => _anna = (await _world.UserAsync("anna", email: "anna@example.com")) with { ReauthenticatedAt = World.Now };
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact, Covers("NAV-2", "e-mail changed: both addresses are told"), Covers("AUTH-5", "changed e-mail is told by mail")]
    public async Task A_changed_address_is_told_to_the_old_and_the_new()
    {
        await _world.SendAsync(new ChangeMyDetails("anna", "ny@example.com", "070-174 06 06"), _anna);
        await _world.SendAsync(new ConfirmMyNumber(await _world.LastCodeAsync()), _anna);
        var me = await _world.SendAsync(new GetMe(), _anna);
        (me.Email, me.MobileNumber).ShouldBe(("ny@example.com", "+46701740606"));
        (await MailsAsync()).ShouldBe(["anna@example.com", "ny@example.com", "ny@example.com"]);
        (await AuditAsync()).ShouldContain("ny@example.com");
    }

    [Fact]
    public async Task What_is_not_changed_is_told_to_nobody()
    {
        await _world.SendAsync(new ChangeMyDetails("anna", "anna@example.com", "+46701740605"), _anna);
        (await MailsAsync()).ShouldBeEmpty();
    }

    [Fact, Covers("NAV-2", "user name unique in the installation")]
    public async Task A_user_name_that_anybody_has_is_taken_and_an_address_may_be_shared()
    {
        await _world.UserAsync("Åsa", email: "asa@example.com");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ChangeMyDetails("åsa", "anna@example.com", null), _anna))).ShouldBe("UserNameTaken");
        await _world.SendAsync(new ChangeMyDetails("anna", "asa@example.com", null), _anna);
        await _world.SendAsync(new ChangeMyDetails("anna.a", "asa@example.com", null), _anna);
        (await _world.LogInAsync("anna.a")).SessionToken.ShouldNotBeNull();
        (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("asa@example.com"))).ShouldBe("LoginFailed");
    }

    [Theory]
    [InlineData("anna", "a@b", null, "Email", "EmailValidator")]
    [InlineData("anna", "anna@example.com\nBcc: x@example.com", null, "Email", "EmailValidator")]
    [InlineData("anna", "a b@example.com", null, "Email", "EmailValidator")]
    [InlineData("an na", "anna@example.com", null, "UserName", "UserNameSigns")]
    [InlineData("<script>", "anna@example.com", null, "UserName", "UserNameSigns")]
    [InlineData("anna", "anna@example.com", "hej", "MobileNumber", "MobileNumber")]
    public async Task What_is_wrong_is_said_of_its_field(string userName, string email, string? number, string field, string code)
    {
        var problem = (await Should.ThrowAsync<InvalidInputException>(() => _world.SendAsync(new ChangeMyDetails(userName, email, number), _anna))).Problems[0];
        (problem.Field, problem.Code).ShouldBe((field, code));
    }

    [Fact, Covers("AUTH-5", "re-authentication")]
    public async Task Without_a_fresh_password_nothing_of_the_log_in_is_changed()
    {
        var stale = _anna with { ReauthenticatedAt = World.Now.AddMinutes(-16) };
        foreach (var change in new Func<Task>[]
        {
            () => _world.SendAsync(new ChangeMyDetails("anna", "x@example.com", null), stale),
            () => _world.SendAsync(new BeginAuthenticator(), stale),
            () => _world.SendAsync(new RemoveAuthenticator(), stale),
            () => _world.SendAsync(new SwitchSmsTwoFactor(true), stale),
            () => _world.SendAsync(new ConfirmMyNumber("123456"), stale),
            () => _world.SendAsync(new SendMyNumberCode(), stale),
            () => _world.SendAsync(new MakeRecoveryCodes(), stale),
            () => _world.SendAsync(new CreatePersonalToken("x", ["read"], 30), stale),
        })
            (await Should.ThrowAsync<ForbiddenException>(change)).Code.ShouldBe(ForbiddenException.ReauthenticationNeeded);
    }

    [Fact, Covers("AUTH-5", "changed password ends sessions")]
    public async Task A_new_password_wants_the_old_one_and_ends_the_other_sessions()
    {
        const string longer = "sju sjösjuka sjömän";
        var (here, there) = (await _world.LogInAsync("anna"), await _world.LogInAsync("anna"));
        var session = (await _world.SessionAsync(here.SessionToken))!;
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ChangePassword("wrong", longer, longer), session))).ShouldBe("PasswordWrong");
        (await Should.ThrowAsync<InvalidInputException>(() => _world.SendAsync(new ChangePassword(World.Password, "password1234", "password1234"), session))).Problems[0].Code.ShouldBe("PasswordCommon");
        await _world.SendAsync(new ChangePassword(World.Password, longer, longer), session);

        (await _world.SessionAsync(here.SessionToken)).ShouldNotBeNull();
        (await _world.SessionAsync(there.SessionToken)).ShouldBeNull();
        (await _world.LogInAsync("anna", longer)).SessionToken.ShouldNotBeNull();
        (await MailsAsync()).ShouldBe(["anna@example.com"]);
    }

    [Fact, Covers("AUTH-5", "own sessions, log out everywhere")]
    public async Task Own_sessions_are_listed_and_ended_and_nobody_elses()
    {
        var (here, there) = (await _world.LogInAsync("anna"), await _world.LogInAsync("anna"));
        var berit = await _world.UserAsync("berit");
        var other = (await _world.SessionAsync((await _world.LogInAsync("berit")).SessionToken))!.SessionId!.Value;
        var session = (await _world.SessionAsync(here.SessionToken))!;
        var list = await _world.SendAsync(new ListMySessions(), session);
        list.Count.ShouldBe(2);
        await Should.ThrowAsync<NotFoundException>(() => _world.SendAsync(new EndMySession(other), session));
        await _world.SendAsync(new EndMySession(list.Single(row => !row.IsThis).Id), session);
        (await _world.SessionAsync(there.SessionToken)).ShouldBeNull();
        await _world.SendAsync(new LogOutEverywhere(), session);
        (await _world.SessionAsync(here.SessionToken)).ShouldBeNull();
        (await _world.SendAsync(new ListMySessions(), berit)).Count.ShouldBe(1);
        _world.Product.Clock.Advance(TimeSpan.FromMinutes(31));
        (await _world.SendAsync(new ListMySessions(), berit)).ShouldBeEmpty("it was idle for too long");
    }

    [Fact, Covers("NAV-2", "report a fault")]
    public async Task A_fault_is_a_ticket_and_sent_twice_it_is_one()
    {
        var fault = new ReportFault("Fel", "Det gick fel", "/services", "Firefox", Guid.NewGuid());
        var number = (await _world.SendAsync(fault, _anna)).Number;
        (await _world.SendAsync(fault, _anna)).Number.ShouldBe(number);
        (await _world.World.Db.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM Ticket WHERE Type = 5")).ShouldBe(1);
    }

    private async Task<IReadOnlyList<string>> MailsAsync() => await _world.World.Db.ListAsync<string>("SELECT Recipient FROM OutgoingMessage WHERE Channel = 1 ORDER BY Recipient");

    private async Task<string> AuditAsync() =>
        (await _world.World.Db.FirstOrDefaultAsync<string>("SELECT AfterState FROM AuditEntry WHERE Action = 'ChangeMyDetails'"))!;
}
