using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>The users whose reach lies within that of whoever asks, by name.</summary>
[Requires(Right.ManageUsers)]
public sealed record ListUsers(ListRequest Request) : IQuery<ListPage<UserRow>>
{
    public static readonly IReadOnlyList<ListChoice> Types =
    [
        new("administrator", "Users.Type.Administrator", UserType.Administrator),
        new("account-administrator", "Users.Type.AccountAdministrator", UserType.AccountAdministrator),
    ];

    public static readonly IReadOnlyList<ListChoice> TwoFactorWays =
    [
        new("none", "Users.TwoFactor.None", UserTwoFactor.None),
        new("sms", "Users.TwoFactor.Sms", UserTwoFactor.Sms),
        new("app", "Users.TwoFactor.App", UserTwoFactor.App),
        new("both", "Users.TwoFactor.Both", UserTwoFactor.Both),
    ];

    public static readonly IReadOnlyList<ListChoice> Statuses =
    [
        new("active", "Users.Status.Active", UserStatus.Active, ListTone.Good),
        new("invited", "Users.Status.Invited", UserStatus.Invited, ListTone.Warning),
        new("deactivated", "Users.Status.Deactivated", UserStatus.Deactivated),
    ];

    public static readonly ListColumns<UserRow> Columns = new()
    {
        Name = "users",
        DefaultSort = new("name"),
        Columns =
        [
            new("name", "Users.Column.Name", ListColumnType.Text, row => row.Name) { Card = CardRole.Title },
            new("user-name", "Users.Column.UserName", ListColumnType.Text, row => row.UserName),
            new("type", "Users.Column.Type", ListColumnType.Choice, row => row.Type) { Choices = Types, Card = CardRole.Hidden },
            new("account", "Users.Column.Account", ListColumnType.Text, row => row.Account),
            new("email", "Users.Column.Email", ListColumnType.Text, row => row.Email),
            new("two-factor", "Users.Column.TwoFactor", ListColumnType.Choice, row => row.TwoFactor) { Choices = TwoFactorWays },
            new("last-login", "Users.Column.LastLogin", ListColumnType.Instant, row => row.LastLoginAt),
            new("status", "Users.Column.Status", ListColumnType.Choice, row => row.Status) { Choices = Statuses, Card = CardRole.Badge },
        ],
    };
}

/// <summary>What a user's reach makes of them.</summary>
public enum UserType
{
    /// <summary>Administratör: reaches the whole organisation.</summary>
    Administrator = 1,

    /// <summary>Kontoadministratör: reaches an account and those below it.</summary>
    AccountAdministrator = 2,
}

/// <summary>The second factors that a user has; a sum.</summary>
public enum UserTwoFactor
{
    None = 0,

    /// <summary>Codes to the mobile number.</summary>
    Sms = 1,

    /// <summary>An authenticator app.</summary>
    App = 2,

    Both = 3,
}

/// <summary>Whether a user can log in.</summary>
public enum UserStatus
{
    Active = 1,

    /// <summary>Has not chosen a password yet.</summary>
    Invited = 2,

    Deactivated = 3,
}

/// <summary>A user as it stands in the list.</summary>
public sealed record UserRow
{
    public Guid Id { get; init; }

    /// <summary>Name of the contact person behind the user.</summary>
    public string Name { get; init; } = "";

    public string UserName { get; init; } = "";
    public UserType Type { get; init; }

    /// <summary>Name of the account at the top of the reach.</summary>
    public string Account { get; init; } = "";

    public string AccountNumber { get; init; } = "";
    public string Email { get; init; } = "";

    public UserTwoFactor TwoFactor { get; init; }
    public DateTimeOffset? LastLoginAt { get; init; }
    public UserStatus Status { get; init; }

    /// <summary>False when the user has rights or products that the one who asks lacks: seen, not to be changed.</summary>
    public bool MayBeManaged { get; init; }
}
