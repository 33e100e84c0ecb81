namespace Connect.Application.Identity;

/// <summary>Users as the log-in sees them: before there is a reach to look within.</summary>
public interface ILoginUsers
{
    /// <summary>By user name, or by e-mail where exactly one active user has it.</summary>
    Task<LoginUser?> FindAsync(string userNameOrEmail, CancellationToken cancellation);

    Task<LoginUser?> GetAsync(Guid userId, CancellationToken cancellation);

    Task LoggedInAsync(Guid userId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Stores the same password hashed with today's effort. Sessions live on.</summary>
    Task RehashAsync(Guid userId, string passwordHash, CancellationToken cancellation);

    /// <summary>Stores a new password. The caller ends the sessions.</summary>
    Task SetPasswordAsync(Guid userId, string passwordHash, CancellationToken cancellation);

    /// <returns>False when the user name is taken.</returns>
    Task<bool> ChangeDetailsAsync(Guid userId, string userName, string email, string? mobileNumber, CancellationToken cancellation);

    Task SetLanguageAsync(Guid userId, string language, CancellationToken cancellation);
}

/// <summary>What log-in needs to know of a user.</summary>
public sealed record LoginUser
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string UserName { get; init; }
    public required string Email { get; init; }

    /// <summary>Name of the contact person.</summary>
    public required string Name { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>The organisation demands two-factor of all its users.</summary>
    public required bool RequireTwoFactor { get; init; }

    public required bool HasAuthenticator { get; init; }
    public string? PasswordHash { get; init; }

    /// <summary>E.164.</summary>
    public string? MobileNumber { get; init; }

    public required string Language { get; init; }
    public required bool SmsTwoFactor { get; init; }

    /// <summary>Codes are not sent to the number before this instant: its SIM card was replaced, or it was forwarded.</summary>
    public DateTimeOffset? SmsBlockedUntil { get; init; }

    public required bool IsActive { get; init; }

    public bool HasSecondFactor => SmsTwoFactor || HasAuthenticator;
}
