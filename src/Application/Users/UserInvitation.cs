using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Domain.Common;

namespace Connect.Application.Users;

/// <summary>Invites a user by mail, in the user's language; the link works once.</summary>
internal sealed class UserInvitation(ILoginUsers users, IOneTimeLinks links, InvitationMail mail, LoginGuard guard, TimeProvider clock)
{
    /// <exception cref="DomainRuleException"><c>InvitationsTooMany</c>, <c>InvitationsByOneTooMany</c>.</exception>
    public async Task SendAsync(Guid userId, CancellationToken cancellation)
    {
        if (await users.GetAsync(userId, cancellation) is not { } user) return;
        await guard.EnterInvitationAsync(user.Email, cancellation);
        var invitee = new Invitee(user.Id, user.OrganisationId, user.UserName, user.Email, user.Name, clock.GetUtcNow());
        await mail.SendAsync(invitee, Text.Culture(user.Language), cancellation);
    }

    /// <summary>Another in the place of those sent before, whose links end.</summary>
    /// <exception cref="DomainRuleException">As of <see cref="SendAsync"/>.</exception>
    public async Task SendAgainAsync(Guid userId, CancellationToken cancellation)
    {
        await links.EndAllAsync(userId, clock.GetUtcNow(), cancellation);
        await SendAsync(userId, cancellation);
    }
}
