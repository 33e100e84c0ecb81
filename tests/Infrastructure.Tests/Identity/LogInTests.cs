using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Connect.Infrastructure.Tests.Identity;

public abstract class LogInTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly IdentityWorld _world = new(Engines.Available(engine));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact, Covers("AUTH-1", "user name and password")]
    public async Task The_right_password_begins_a_session_of_that_user()
    {
        var anna = await _world.UserAsync("Anna.Admin");
        var step = await _world.LogInAsync(" anna.ADMIN ");
        var session = (await _world.SessionAsync(step.SessionToken)).ShouldNotBeNull();
        session.Id.ShouldBe(anna.Id);
        session.Reach.ShouldBe(anna.Reach);
        session.Rights.ShouldBe(anna.Rights, ignoreOrder: true);
        session.DisplayName.ShouldBe(anna.DisplayName);
        session.OrganisationName.ShouldBe(anna.OrganisationName);
        (await _world.World.Db.FirstOrDefaultAsync<DateTimeOffset>("SELECT LastLoginAt FROM PortalUser")).ShouldBe(World.Now);
    }

    [Fact, Covers("AUTH-1", "e-mail")]
    public async Task An_e_mail_works_where_exactly_one_active_user_has_it()
    {
        var anna = await _world.UserAsync("anna", email: "kontor@example.com");
        await _world.UserAsync("gone", email: "kontor@example.com", isActive: false);
        (await _world.SessionAsync((await _world.LogInAsync("Kontor@Example.com")).SessionToken))!.Id.ShouldBe(anna.Id);

        await _world.UserAsync("berit", email: "kontor@example.com");
        (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("kontor@example.com"))).ShouldBe("LoginFailed");
    }

    [Fact, Covers("AUTH-1", "one same answer")]
    public async Task Unknown_name_wrong_password_no_password_and_deactivated_user_are_answered_alike()
    {
        await _world.UserAsync("anna");
        await _world.UserAsync("gone", isActive: false);
        await _world.World.UserAsync((await _world.World.OrganisationAsync()).RootId, "invited");
        var answers = new[]
        {
            await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna", "Wrong-password-1")),
            await IdentityWorld.RefusedAsync(() => _world.LogInAsync("nobody")),
            await IdentityWorld.RefusedAsync(() => _world.LogInAsync("gone")),
            await IdentityWorld.RefusedAsync(() => _world.LogInAsync("invited")),
        };
        answers.ShouldAllBe(code => code == "LoginFailed");
    }

    [Fact]
    public async Task A_failed_log_in_is_in_the_audit_log_without_what_was_typed()
    {
        var anna = await _world.UserAsync("anna");
        await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna", "Wrong-password-1"));
        var row = await _world.World.Db.FirstOrDefaultAsync<(string Action, int Outcome, string Reason, string SubjectId, string Address)>(
            "SELECT Action, Outcome, Reason, SubjectId, Address FROM AuditEntry");
        row.ShouldBe(("LogIn", 3, "LoginFailed", anna.Id.ToString().ToUpperInvariant(), "192.0.2.1"));
    }

    [Fact]
    public async Task A_log_in_is_in_the_audit_log_as_the_users_own_and_a_failed_one_as_nobodys()
    {
        await _world.UserAsync("anna");
        await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna", "Wrong-password-1"));
        await _world.LogInAsync("anna");
        (await _world.World.Db.ListAsync<string>("SELECT Actor FROM AuditEntry ORDER BY Seq")).ShouldBe(["", "anna"]);
    }

    [Fact]
    public async Task A_hash_of_less_effort_is_made_anew()
    {
        var anna = await _world.UserAsync("anna");
        var old = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(new(), World.Password);
        await _world.World.Db.ExecuteAsync("UPDATE PortalUser SET PasswordHash = @old", new { old });
        await _world.LogInAsync("anna");
        var stored = await _world.World.Db.FirstOrDefaultAsync<string>("SELECT PasswordHash FROM PortalUser WHERE Id = @Id", new { anna.Id });
        stored.ShouldNotBe(old);
        (await _world.LogInAsync("anna")).SessionToken.ShouldNotBeNull();
    }

    [Fact, Covers("AUTH-1", "lock-out after repeated failures")]
    public async Task Guessing_from_one_address_is_blocked_and_the_owner_elsewhere_is_not()
    {
        await _world.UserAsync("anna");
        for (var i = 0; i < 5; i++) await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna", "Wrong-password-1"));
        (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna"))).ShouldBe("LoginBlocked");

        _world.From = "192.0.2.2";
        (await _world.LogInAsync("anna")).SessionToken.ShouldNotBeNull();
    }

    [Fact, Covers("AUTH-1", "cannot lock a victim out for long")]
    public async Task A_block_ends_by_itself_and_tries_during_it_do_not_lengthen_it()
    {
        await _world.UserAsync("anna");
        for (var i = 0; i < 5; i++) await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna", "Wrong-password-1"));
        for (var i = 0; i < 20; i++) (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna"))).ShouldBe("LoginBlocked");
        _world.Product.Clock.Advance(TimeSpan.FromSeconds(16));
        (await _world.LogInAsync("anna")).SessionToken.ShouldNotBeNull();
        (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna", "Wrong-password-1"))).ShouldBe("LoginFailed");
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_blocked_the_same_way()
    {
        for (var i = 0; i < 5; i++) (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("nobody"))).ShouldBe("LoginFailed");
        (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("nobody"))).ShouldBe("LoginBlocked");
    }

    [Fact]
    public async Task Guessing_from_many_addresses_costs_the_owner_half_a_minute_at_most()
    {
        await _world.UserAsync("anna");
        for (var i = 0; i < 30; i++)
        {
            _world.From = $"198.51.100.{i}";
            await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna", "Wrong-password-1"));
        }

        _world.From = "192.0.2.7";
        (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna"))).ShouldBe("LoginBlocked");
        _world.Product.Clock.Advance(TimeSpan.FromSeconds(31));
        (await _world.LogInAsync("anna")).SessionToken.ShouldNotBeNull();
    }

    [Fact]
    public async Task Parallel_guesses_do_not_slip_past_the_counter()
    {
        await _world.UserAsync("anna");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna", "Wrong-password-1"))));
        answers.Count(code => code == "LoginFailed").ShouldBe(5);
        answers.Count(code => code == "LoginBlocked").ShouldBe(7);
    }

    [Fact]
    public async Task Empty_and_endless_input_is_refused_before_any_hash()
    {
        await Should.ThrowAsync<InvalidInputException>(() => _world.LogInAsync("", ""));
        await Should.ThrowAsync<InvalidInputException>(() => _world.LogInAsync("anna", new string('x', 129)));
    }
}

public sealed class LogInOnSqlite() : LogInTests(DatabaseEngine.Sqlite);

public sealed class LogInOnSqlServer() : LogInTests(DatabaseEngine.SqlServer);
