using Connect.Application.Users;
using MediatR;

namespace Connect.Web.Pages.Users;

/// <summary>One line of a user's action menu, with a page that asks before it is done.</summary>
/// <param name="Key">Part of the address, and of the texts' keys.</param>
/// <param name="Icon">Name in <c>Assets/icons.json</c>.</param>
/// <param name="Message">What is sent.</param>
/// <param name="Fits">Whether there is anything to do.</param>
public sealed record UserAction(string Key, string Icon, Func<Guid, IRequest<Unit>> Message, Func<UserDetail, bool> Fits)
{
    /// <summary>In the order of the menu.</summary>
    public static readonly IReadOnlyList<UserAction> All =
    [
        new("invite", "send", id => new SendInvitationAgain(id), user => user.Facts.Status == UserStatus.Invited),
        new("end-sessions", "logout", id => new EndUserSessions(id), user => user.OpenSessions > 0),
        new("reset-two-factor", "shield-lock", id => new ResetUserTwoFactor(id), user => user.Facts.SmsTwoFactor || user.Facts.HasAuthenticator),
        new("deactivate", "ban", id => new DeactivateUser(id), user => user.Facts.Status != UserStatus.Deactivated),
        new("reactivate", "refresh", id => new ReactivateUser(id), user => user.Facts.Status == UserStatus.Deactivated),
    ];

    public string TextKey => $"Users.Action.{Key}";

    public string Link(Guid id) => $"/users/{id}/{Key}";

    /// <summary>What the acting user may do with this one; nothing with themselves.</summary>
    public static IEnumerable<UserAction> For(UserDetail user) => user is { MayBeManaged: true, IsOneself: false } ? All.Where(action => action.Fits(user)) : [];
}
