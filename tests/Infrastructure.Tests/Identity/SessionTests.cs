using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Identity;

public abstract class SessionTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly IdentityWorld _world = new(Engines.Available(engine));
    private UserIdentity _anna = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _anna = await _world.UserAsync("anna");
        _token = (await _world.LogInAsync("anna")).SessionToken!;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact, Covers("AUTH-5", "idle limit")]
    public async Task A_session_ends_when_it_was_idle_for_half_an_hour()
    {
        _world.Product.Clock.Advance(TimeSpan.FromMinutes(29));
        (await _world.SessionAsync(_token)).ShouldNotBeNull();
        _world.Product.Clock.Advance(TimeSpan.FromMinutes(29));
        (await _world.SessionAsync(_token)).ShouldNotBeNull();
        _world.Product.Clock.Advance(TimeSpan.FromMinutes(30));
        (await _world.SessionAsync(_token)).ShouldBeNull();
    }

    [Fact, Covers("AUTH-5", "absolute limit")]
    public async Task A_busy_session_ends_after_twelve_hours()
    {
        for (var i = 0; i < 35; i++)
        {
            _world.Product.Clock.Advance(TimeSpan.FromMinutes(20));
            (await _world.SessionAsync(_token)).ShouldNotBeNull();
        }

        _world.Product.Clock.Advance(TimeSpan.FromMinutes(20));
        (await _world.SessionAsync(_token)).ShouldBeNull();
    }

    [Fact, Covers("AUTH-5", "rights and reach at the next request")]
    public async Task A_changed_right_reach_or_state_is_seen_at_the_next_request()
    {
        await _world.World.Db.ExecuteAsync("DELETE FROM UserRight WHERE RightCode = 3");
        (await _world.SessionAsync(_token))!.Rights.ShouldNotContain(Connect.Domain.Users.Right.ViewSubscriptions);

        var lower = await _world.World.AccountAsync(_anna.Reach.AccountId);
        await _world.World.Db.ExecuteAsync("UPDATE PortalUser SET AccountId = @lower", new { lower });
        (await _world.SessionAsync(_token))!.Reach.ShouldBe(new(_anna.Reach.OrganisationId, lower, false));

        await _world.World.Db.ExecuteAsync("DELETE FROM UserRight");
        (await _world.SessionAsync(_token))!.Rights.ShouldBeEmpty();

        await _world.World.Db.ExecuteAsync("UPDATE PortalUser SET IsActive = 0");
        (await _world.SessionAsync(_token)).ShouldBeNull();
    }

    [Fact, Covers("AUTH-5", "log out")]
    public async Task Logging_out_ends_this_session_only()
    {
        var other = (await _world.LogInAsync("anna")).SessionToken;
        await _world.SendAsync(new LogOut(), await _world.SessionAsync(_token));
        (await _world.SessionAsync(_token)).ShouldBeNull();
        (await _world.SessionAsync(other)).ShouldNotBeNull();
    }

    [Fact, Covers("AUTH-5", "changed password")]
    public async Task Ending_all_sessions_spares_the_one_named_and_closes_open_attempts()
    {
        var own = (await _world.SessionAsync(_token))!;
        var other = (await _world.LogInAsync("anna")).SessionToken;
        await _world.World.Db.ExecuteAsync("UPDATE PortalUser SET SmsTwoFactor = 1");
        var attempt = (await _world.LogInAsync("anna")).AttemptToken!;
        await _world.Product.RunAsync(async services =>
        {
            await services.GetRequiredService<ISessions>().EndAllAsync(_anna.Id, own.SessionId, default);
            return true;
        });
        (await _world.SessionAsync(_token)).ShouldNotBeNull();
        (await _world.SessionAsync(other)).ShouldBeNull();
        await Should.ThrowAsync<NotFoundException>(() => _world.SendAsync(new GetLoginAttempt(attempt)));
    }

    [Fact]
    public async Task Logging_in_again_in_the_same_browser_changes_the_session_and_ends_the_old_one()
    {
        var again = await _world.SendAsync(new LogIn("anna", World.Password), await _world.SessionAsync(_token));
        again.SessionToken.ShouldNotBe(_token);
        (await _world.SessionAsync(_token)).ShouldBeNull();
    }

    /// <summary>Either limit is enough: one was idle for too long, the other is past its end however lately it was used.</summary>
    [Fact]
    public async Task Lapsed_sessions_of_the_user_go_when_a_new_one_begins()
    {
        var user = await _world.World.Db.FirstOrDefaultAsync<Guid>("SELECT UserId FROM UserSession");
        await AddAsync(user, World.Now, World.Now.AddHours(12));
        _world.Product.Clock.Advance(TimeSpan.FromMinutes(31));
        await AddAsync(user, World.Now.AddMinutes(31), World.Now.AddMinutes(31));
        var lives = await AddAsync(user, World.Now.AddMinutes(31), World.Now.AddMinutes(32));
        var token = (await _world.LogInAsync("anna")).SessionToken!;
        (await _world.World.Db.ListAsync<string>("SELECT TokenHash FROM UserSession")).ShouldBe([lives, Token.Hash(token)], ignoreOrder: true);
    }

    private async Task<string> AddAsync(Guid user, DateTimeOffset lastSeen, DateTimeOffset expires)
    {
        var hash = Token.Hash(Token.New());
        await _world.World.InsertAsync("UserSession", ("Id", Guid.CreateVersion7()), ("UserId", user), ("TokenHash", hash), ("CreatedAt", World.Now), ("LastSeenAt", lastSeen),
            ("ExpiresAt", expires), ("ReauthenticatedAt", World.Now), ("Address", "192.0.2.1"), ("Agent", "test"));
        return hash;
    }

    [Fact]
    public async Task Being_seen_is_written_once_a_minute()
    {
        async Task<DateTimeOffset> SeenAsync()
        {
            await _world.SessionAsync(_token);
            return await _world.World.Db.FirstOrDefaultAsync<DateTimeOffset>("SELECT LastSeenAt FROM UserSession");
        }

        _world.Product.Clock.Advance(TimeSpan.FromSeconds(59));
        (await SeenAsync()).ShouldBe(World.Now);
        _world.Product.Clock.Advance(TimeSpan.FromSeconds(1));
        (await SeenAsync()).ShouldBe(World.Now.AddMinutes(1));
    }

    [Fact]
    public async Task The_password_given_again_makes_the_session_fresh()
    {
        _world.Product.Clock.Advance(TimeSpan.FromMinutes(20));
        var session = (await _world.SessionAsync(_token))!;
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new Reauthenticate("Wrong-password-1"), session))).ShouldBe("PasswordWrong");
        (await _world.SessionAsync(_token))!.ReauthenticatedAt.ShouldBe(World.Now);
        await _world.SendAsync(new Reauthenticate(World.Password), session);
        (await _world.SessionAsync(_token))!.ReauthenticatedAt.ShouldBe(World.Now.AddMinutes(20));
    }

    [Fact]
    public async Task The_database_knows_no_token() =>
        (await _world.World.Db.FirstOrDefaultAsync<string>("SELECT TokenHash FROM UserSession"))!.ShouldBe(Token.Hash(_token));
}

public sealed class SessionOnSqlite() : SessionTests(DatabaseEngine.Sqlite);

public sealed class SessionOnSqlServer() : SessionTests(DatabaseEngine.SqlServer);
