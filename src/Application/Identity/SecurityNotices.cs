using Connect.Application.Common.Texts;
using Connect.Application.Messages;

namespace Connect.Application.Identity;

/// <summary>What a user is told of by mail, so that a thief cannot take an account over unnoticed.</summary>
public enum SecurityEvent
{
    Email,
    UserName,
    MobileNumber,
    Password,
    TwoFactorOn,
    TwoFactorOff,
    TwoFactorReset,
    RecoveryCodes,
    RecoveryCodeUsed,
    Token,
    SimReplacement,
    Forwarding,
}

/// <summary>Mails about changes of what a user logs in with. They name no new value: they may reach somebody else's hands.</summary>
public sealed class SecurityNotices(ILoginUsers users, IMessages messages, MessageTexts texts, TimeProvider clock)
{
    /// <summary>To the user's address. Part of the change's transaction.</summary>
    public async Task SendAsync(Guid userId, SecurityEvent what, CancellationToken cancellation)
    {
        if (await users.GetAsync(userId, cancellation) is { } user) await SendAsync(user, user.Email, what, cancellation);
    }

    /// <param name="user">Whose account it is.</param>
    /// <param name="to">The user's address, or the one that was the user's until now.</param>
    public Task SendAsync(LoginUser user, string to, SecurityEvent what, CancellationToken cancellation)
    {
        var (reader, now) = (Text.Culture(user.Language), clock.GetUtcNow());
        return messages.MailAsync(new()
        {
            To = to,
            Subject = texts.NoticeSubject(reader),
            Text = texts.Notice(reader, user.Name, user.UserName, what.ToString(), Format.Instant(now), what is SecurityEvent.SimReplacement or SecurityEvent.Forwarding),
            OrganisationId = user.OrganisationId,
            UserId = user.Id,
        }, cancellation);
    }
}
