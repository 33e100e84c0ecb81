using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;

namespace Connect.Application.Identity;

/// <summary>The user's own details.</summary>
[Requires, ByToken]
public sealed record GetMe : IQuery<MeView>;

/// <summary>Mina uppgifter.</summary>
public sealed record MeView
{
    public required string Name { get; init; }
    public required string UserName { get; init; }
    public required string Email { get; init; }

    /// <summary>E.164.</summary>
    public string? MobileNumber { get; init; }

    public required bool SmsTwoFactor { get; init; }

    /// <summary>No code is sent to the number before this instant; null when codes are sent.</summary>
    public DateTimeOffset? SmsStoppedUntil { get; init; }
    public required bool HasAuthenticator { get; init; }

    /// <summary>Recovery codes not used yet.</summary>
    public required int RecoveryCodesLeft { get; init; }

    /// <summary>The organisation demands two-factor of all its users.</summary>
    public required bool RequireTwoFactor { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>The account at the top of the reach.</summary>
    public required string AccountName { get; init; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>There is another way in than codes by SMS.</summary>
    public bool HasSpareFactor => HasAuthenticator || RecoveryCodesLeft > 0;

    /// <param name="number">E.164.</param>
    public bool GetsCodesAt(string? number) => SmsTwoFactor && MobileNumber is not null && MobileNumber == number;
}
