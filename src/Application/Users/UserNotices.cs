using Connect.Application.Identity;
using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>Tells a user by mail what somebody else has changed of the log-in.</summary>
internal sealed class UserNotices(ILoginUsers users, DetailsMail details, SecurityNotices notices)
{
    /// <summary>Once it is saved.</summary>
    public async Task SendAsync(UserData before, UserData after, CancellationToken cancellation)
    {
        if (await users.GetAsync(after.Id, cancellation) is not { } now) return;
        await details.SendAsync(now with { UserName = before.UserName, Email = before.Email, MobileNumber = before.MobileNumber }, now, cancellation);
        if (before.SmsTwoFactor == after.SmsTwoFactor) return;
        await notices.SendAsync(now, before.Email, after.SmsTwoFactor ? SecurityEvent.TwoFactorOn : SecurityEvent.TwoFactorOff, cancellation);
    }
}
