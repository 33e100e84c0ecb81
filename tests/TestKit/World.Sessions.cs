using Connect.Application.Identity;
using Connect.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Connect.TestKit;

public sealed partial class World
{
    /// <summary>What <see cref="PasswordHash"/> was made of.</summary>
    public const string Password = "Connect-demo-1";

    /// <summary>Name of the session's cookie over plain HTTP in Testing.</summary>
    public const string SessionCookie = "connect-session";

    private static readonly Lazy<string> SharedHash = new(() =>
        new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(new(), Password));

    private static readonly Stmt UpdateHash = "UPDATE PortalUser SET PasswordHash = @hash WHERE Id = @id";

    /// <summary>Hash of <see cref="Password"/>, made once per test run because making it is slow.</summary>
    public static string PasswordHash => SharedHash.Value;

    /// <summary>Gives the user the password <see cref="Password"/>.</summary>
    public Task PasswordAsync(Guid userId) => Db.ExecuteAsync(UpdateHash, new { id = userId, hash = PasswordHash });

    /// <summary>A live session of the user, without going through the log-in form.</summary>
    /// <param name="at">When it was begun; <see cref="Now"/> unless given. A host with the real clock wants the real time.</param>
    /// <returns>The value of the cookie <see cref="SessionCookie"/>.</returns>
    public async Task<string> SessionAsync(Guid userId, DateTimeOffset? at = null)
    {
        var (token, begun) = (Token.New(), at ?? Now);
        await InsertAsync("UserSession", ("Id", Guid.CreateVersion7()), ("UserId", userId), ("TokenHash", Token.Hash(token)), ("CreatedAt", begun),
            ("LastSeenAt", begun), ("ExpiresAt", begun.AddHours(12)), ("ReauthenticatedAt", begun), ("Address", "127.0.0.1"), ("Agent", "test"));
        return token;
    }
}
