using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Operator;

/// <summary>A load that changes how somebody logs in ends what was opened by it at once, as the pages do.</summary>
[Covers("AUTH-5", "a load that deactivates a user, or changes the address or the number, ends what hangs on it")]
public abstract class UserLoginImportTests(DatabaseEngine engine) : IAsyncLifetime
{
    private const string Address = "marta.oberg@bjorklunda.example", Number = "070-174 06 20";
    private static readonly Stmt SelectId = "SELECT Id FROM PortalUser WHERE UserName = @name";

    private static readonly Stmt CountOpen = """
        SELECT (SELECT COUNT(*) FROM UserSession s WHERE s.UserId = u.Id) AS Sessions, (SELECT COUNT(*) FROM LoginAttempt t WHERE t.UserId = u.Id) AS Attempts,
            (SELECT COUNT(*) FROM PersonalToken p WHERE p.UserId = u.Id AND p.WithdrawnAt IS NULL) AS Tokens,
            (SELECT COUNT(*) FROM OneTimeLink l WHERE l.UserId = u.Id AND l.UsedAt IS NULL) AS Links,
            (SELECT COUNT(*) FROM RecoveryCode r WHERE r.UserId = u.Id) AS Codes
        FROM PortalUser u WHERE u.UserName = @name
        """;

    private readonly ImportWorld _world = new(Engines.Available(engine));
    private World _rows = null!;

    public async ValueTask InitializeAsync()
    {
        (await _world.SampleAsync()).Problems.ShouldBeEmpty();
        _rows = new World(_world.Database);
        foreach (var name in new[] { "marta.oberg", "goran.ek" }) await OpenAsync(await _rows.Db.FirstOrDefaultAsync<Guid>(SelectId, new { name }));
    }

    public async ValueTask DisposeAsync()
    {
        if (_rows is not null) await _rows.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Theory]
    [InlineData(Address, Number, "true", "false", "code")]
    [InlineData("ny@bjorklunda.example", Number, "true", "true", "session attempt token code")]
    [InlineData(Address, "070-174 06 99", "true", "true", "token link code")]
    [InlineData(Address, Number, "false", "true", "token link")]
    [InlineData("ny@bjorklunda.example", "", "false", "true", "token")]
    [InlineData(Address, Number, "true", "true", "session attempt token link code")]
    public async Task What_hangs_on_what_changed_ends_and_nothing_else(string address, string number, string sms, string active, string left)
    {
        var columns = "id;organisation;account;contactPerson;userName;email;mobileNumber;smsTwoFactor;isActive;language\n";
        var report = await _world.LoadAsync(("users.csv", $"{columns}U1;O1;A1;P1;marta.oberg;{address};{number};{sms};{active};en\n"));
        report.Files.ShouldHaveSingleItem().Changed.ShouldBe(1);
        (await OpenAsync("marta.oberg")).ShouldBe(left);
        (await OpenAsync("goran.ek")).ShouldBe("session attempt token link code");
    }

    private async Task<string> OpenAsync(string name)
    {
        var open = (await _rows.Db.FirstOrDefaultAsync<Open>(CountOpen, new { name }))!;
        return string.Join(' ', new[] { (open.Sessions, "session"), (open.Attempts, "attempt"), (open.Tokens, "token"), (open.Links, "link"), (open.Codes, "code") }.Where(way => way.Item1 > 0).Select(way => way.Item2));
    }

    private async Task OpenAsync(Guid user)
    {
        await _rows.SessionAsync(user);
        await _rows.InsertAsync("LoginAttempt", Row("Tries", 0, ("CodesSent", 1)));
        await _rows.InsertAsync("PersonalToken", Row("Name", "fakturor", ("Scopes", "read")));
        await _rows.InsertAsync("OneTimeLink", Row("Purpose", 2));
        await _rows.InsertAsync("RecoveryCode", ("UserId", user), ("CodeHash", "hash"));

        (string, object?)[] Row(string column, object value, params (string, object?)[] more) =>
            [("Id", Guid.CreateVersion7()), ("UserId", user), ("TokenHash", $"{column} {user:N}"), ("CreatedAt", World.Now), ("ExpiresAt", World.Now.AddHours(1)), (column, value), .. more];
    }

    private sealed record Open
    {
        public int Sessions { get; init; }
        public int Attempts { get; init; }
        public int Tokens { get; init; }
        public int Links { get; init; }
        public int Codes { get; init; }
    }
}

public sealed class UserLoginImportOnSqlite() : UserLoginImportTests(DatabaseEngine.Sqlite);

public sealed class UserLoginImportOnSqlServer() : UserLoginImportTests(DatabaseEngine.SqlServer);
