using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Identity;

public abstract class LoginCodeTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly IdentityWorld _world = new(Engines.Available(engine));

    public async ValueTask InitializeAsync() => await _world.UserAsync("tove", smsTwoFactor: true);
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact, Covers("AUTH-2", "six digits by SMS, usable once")]
    public async Task The_code_of_the_SMS_begins_a_session_and_works_once()
    {
        var (attempt, code) = await BeginAsync();
        var session = await _world.SendAsync(new ConfirmLoginCode(attempt, code));
        (await _world.SessionAsync(session))!.UserName.ShouldBe("tove");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmLoginCode(attempt, code)))).ShouldBe("LoginAttemptEnded");
    }

    [Fact]
    public async Task The_password_alone_begins_no_session()
    {
        var step = await _world.LogInAsync("tove");
        step.SessionToken.ShouldBeNull();
        (await _world.SessionAsync(step.AttemptToken)).ShouldBeNull();
        (await _world.World.Db.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM UserSession")).ShouldBe(0);
    }

    [Fact, Covers("AUTH-2", "bound to its attempt")]
    public async Task A_code_of_another_attempt_is_refused()
    {
        var (first, code) = await BeginAsync();
        var (second, other) = await BeginAsync();
        Assert.SkipWhen(code == other, "One time in a million.");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmLoginCode(second, code)))).ShouldBe("LoginCodeWrong");
        (await _world.SendAsync(new ConfirmLoginCode(first, code))).ShouldNotBeNull();
    }

    [Fact, Covers("AUTH-2", "once, also in parallel")]
    public async Task Of_parallel_uses_exactly_one_succeeds()
    {
        var (attempt, code) = await BeginAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            try
            {
                return await _world.SendAsync(new ConfirmLoginCode(attempt, code));
            }
            catch (Connect.Domain.Common.DomainRuleException)
            {
                return null;
            }
        }));
        results.Count(session => session is not null).ShouldBe(1);
        (await _world.World.Db.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM UserSession")).ShouldBe(1);
    }

    [Fact, Covers("AUTH-2", "valid five minutes")]
    public async Task A_code_expires_after_five_minutes()
    {
        var (attempt, code) = await BeginAsync();
        _world.Product.Clock.Advance(TimeSpan.FromMinutes(5));
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmLoginCode(attempt, code)))).ShouldBe("LoginCodeExpired");
    }

    [Fact, Covers("AUTH-2", "five tries")]
    public async Task After_five_wrong_tries_the_right_code_is_refused_too()
    {
        var (attempt, code) = await BeginAsync();
        for (var i = 0; i < 5; i++) (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmLoginCode(attempt, Other(code))))).ShouldBe("LoginCodeWrong");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmLoginCode(attempt, code)))).ShouldBe("LoginCodeSpent");
    }

    [Fact, Covers("AUTH-2", "send again after 30 s")]
    public async Task A_new_code_can_be_sent_after_thirty_seconds_and_replaces_the_old()
    {
        var (attempt, first) = await BeginAsync();
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new SendLoginCode(attempt)))).ShouldBe("LoginCodeTooSoon");
        _world.Product.Clock.Advance(TimeSpan.FromSeconds(30));
        await _world.SendAsync(new SendLoginCode(attempt));
        var second = await _world.LastCodeAsync();
        if (second != first) (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmLoginCode(attempt, first)))).ShouldBe("LoginCodeWrong");
        (await _world.SendAsync(new ConfirmLoginCode(attempt, $" {second[..3]} {second[3..]} "))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Guesses_over_many_attempts_are_blocked()
    {
        var codes = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var (attempt, code) = await BeginAsync();
            for (var tries = 0; tries < 5; tries++) codes.Add(await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmLoginCode(attempt, Other(code)))));
        }

        codes.Take(15).ShouldAllBe(answer => answer == "LoginCodeWrong");
        codes.Skip(15).ShouldAllBe(answer => answer == "LoginBlocked");
    }

    [Fact]
    public async Task One_user_is_sent_a_dozen_codes_an_hour_at_most()
    {
        for (var i = 0; i < 12; i++) await _world.LogInAsync("tove");
        (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("tove"))).ShouldBe("LoginCodesTooMany");
        _world.Product.Clock.Advance(TimeSpan.FromHours(1));
        (await _world.LogInAsync("tove")).AttemptToken.ShouldNotBeNull();
    }

    [Fact, Covers("AUTH-2", "number masked")]
    public async Task The_number_is_shown_masked()
    {
        var (attempt, _) = await BeginAsync();
        var view = await _world.SendAsync(new GetLoginAttempt(attempt));
        view.MaskedNumber.ShouldBe("•••-••• •• 05");
        view.SecondsToResend.ShouldBe(30);
        await Should.ThrowAsync<NotFoundException>(() => _world.SendAsync(new GetLoginAttempt("made up")));
    }

    [Fact]
    public async Task Neither_code_nor_SMS_stands_readable_in_the_database()
    {
        var (_, code) = await BeginAsync();
        var stored = await _world.World.Db.FirstOrDefaultAsync<(string Hash, string Body)>(
            "SELECT t.CodeHash, m.TextBody FROM LoginAttempt t JOIN OutgoingMessage m ON m.UserId = t.UserId");
        stored.Hash.ShouldNotContain(code);
        stored.Body.ShouldNotContain(code);
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("١٢٣٤٥٦")]
    public async Task What_is_not_six_digits_costs_no_try(string text) =>
        (await Should.ThrowAsync<InvalidInputException>(() => _world.SendAsync(new ConfirmLoginCode("attempt", text)))).Problems[0].Code.ShouldBe("LoginCodeDigits");

    private async Task<(string Attempt, string Code)> BeginAsync() => ((await _world.LogInAsync("tove")).AttemptToken!, await _world.LastCodeAsync());

    private static string Other(string code) => code == "000000" ? "111111" : "000000";
}

public sealed class LoginCodeOnSqlite() : LoginCodeTests(DatabaseEngine.Sqlite);

public sealed class LoginCodeOnSqlServer() : LoginCodeTests(DatabaseEngine.SqlServer);
