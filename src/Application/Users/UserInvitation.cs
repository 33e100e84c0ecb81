using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Domain.Common;

namespace Connect.Application.Users;

/// <summary>Invites a user by mail, in the user's language; the link works once.</summary>
internal sealed class UserInvitation(ILoginUsers users, IOneTimeLinks links, InvitationMail mail, IdentityOptions options, TimeProvider clock)
{
    public async Task SendAsync(Guid userId, CancellationToken cancellation)
    {
        if (await users.GetAsync(userId, cancellation) is not { } user) return;
        var invitee = new Invitee(user.Id, user.OrganisationId, user.UserName, user.Email, user.Name, clock.GetUtcNow());
        await mail.SendAsync(invitee, Text.Culture(user.Language), cancellation);
    }

    /// <summary>Another in the place of those sent before, whose links end.</summary>
    /// <exception cref="DomainRuleException"><c>InvitationsTooMany</c>.</exception>
    public async Task SendAgainAsync(Guid userId, CancellationToken cancellation)
    {
        if (await links.CountAsync(LinkPurpose.Invitation, userId, clock.GetUtcNow().AddHours(-1), cancellation) >= options.InvitationsPerHour)
            throw new DomainRuleException("InvitationsTooMany");
        await EndAsync(userId, cancellation);
        await SendAsync(userId, cancellation);
    }

    /// <summary>Ends every link of the user.</summary>
    public Task EndAsync(Guid userId, CancellationToken cancellation) => links.EndAllAsync(userId, clock.GetUtcNow(), cancellation);
}
