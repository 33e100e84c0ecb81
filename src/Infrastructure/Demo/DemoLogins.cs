using Connect.Application.Common.Ports;
using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Connect.Infrastructure.Demo;

/// <summary>What no import brings of the demo's users: password, authenticator app, and when they came and were last there.</summary>
internal sealed class DemoLogins(DbSession db, ITotp totp, ISecretProtector secrets)
{
    private static readonly Stmt SetLogin =
        "UPDATE PortalUser SET PasswordHash = @hash, CreatedAt = @created, LastLoginAt = @loggedIn WHERE UserNameKey = @key AND PasswordHash IS NULL";

    private static readonly Stmt SetInvited = "UPDATE PortalUser SET CreatedAt = @invited WHERE UserNameKey = @key AND PasswordHash IS NULL";

    private static readonly Stmt AddApp = """
        INSERT INTO UserAuthenticator (UserId, Secret, LastStep, ConfirmedAt)
        SELECT u.Id, @secret, 0, @created FROM PortalUser u
        WHERE u.UserNameKey = @key AND NOT EXISTS (SELECT 1 FROM UserAuthenticator a WHERE a.UserId = u.Id)
        """;

    public async Task RunAsync(DemoSize size, IReadOnlyList<DemoUser> users, DateTimeOffset until, CancellationToken cancellation)
    {
        // One hash serves them all: it takes long to make, and they share the password.
        var hash = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(new object(), DemoPeople.Password);
        foreach (var user in users) await LogInAsync(user.UserName, null);
        foreach (var colleague in DemoColleagues.All)
        {
            var key = SwedishText.Fold(colleague.UserName);
            if (colleague.LoggedIn is null) await db.ExecuteAsync(SetInvited, new { key, invited = DemoColleagues.LoggedIn(size, colleague.UserName, until) }, cancellation);
            else await LogInAsync(colleague.UserName, colleague.LoggedIn);
            if (colleague.HasApp)
                await db.ExecuteAsync(AddApp, new { key, secret = secrets.Protect(totp.NewSecret()), created = DemoColleagues.Created(size, colleague.UserName) }, cancellation);
        }

        Task LogInAsync(string userName, int? daysBack) => db.ExecuteAsync(SetLogin, new
        {
            hash, key = SwedishText.Fold(userName), created = DemoColleagues.Created(size, userName), loggedIn = DemoColleagues.LoggedIn(size, userName, until, daysBack),
        }, cancellation);
    }
}
