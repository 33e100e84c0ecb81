namespace Connect.Application.Identity;

/// <summary>Limits of log-in and session; the configuration's section <c>Identity</c>.</summary>
public sealed record IdentityOptions
{
    /// <summary>A session unused for so long is over.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after this time however busy it is.</summary>
    public TimeSpan SessionAbsolute { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a given password counts for messages that want a fresh one.</summary>
    public TimeSpan FreshLogin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long the way from the right password to the right code may take.</summary>
    public TimeSpan AttemptLifetime { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The time before a code can be sent again.</summary>
    public TimeSpan CodeResend { get; init; } = TimeSpan.FromSeconds(30);

    public int CodeTries { get; init; } = 5;
    public int CodesPerAttempt { get; init; } = 5;

    /// <summary>Codes sent to one user in an hour, however many log-ins are begun: SMS cost money.</summary>
    public int CodesPerHour { get; init; } = 12;

    /// <summary>How long no code is sent to a number whose SIM card is replaced or whose calls are forwarded.</summary>
    public TimeSpan NumberHold { get; init; } = TimeSpan.FromHours(24);

    public TimeSpan InvitationLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Invitations to one address in an hour, whoever sends them.</summary>
    public int InvitationsPerHour { get; init; } = 5;

    /// <summary>Invitations that one user sends in an hour: a morning's work for a new office, and no use to somebody who floods mailboxes.</summary>
    public int InvitationsByOnePerHour { get; init; } = 50;

    /// <summary>How long the link to choose a forgotten password anew works.</summary>
    public TimeSpan ResetLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Such links to one user in an hour, whoever asks for them.</summary>
    public int ResetsPerHour { get; init; } = 4;

    /// <summary>Personal tokens that one user can have in use.</summary>
    public int TokensPerUser { get; init; } = 20;

    /// <summary>Has the user given the password a short while ago?</summary>
    public bool IsFresh(Common.Security.UserIdentity identity, DateTimeOffset now) => identity.ReauthenticatedAt > now - FreshLogin;
}
