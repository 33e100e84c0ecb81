using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Messages;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Invites an organisation's first user: every right, the whole organisation as reach, and a mail with a one-time link to choose
/// a password. For a user of that organisation who has no password yet, a new link is sent and nothing else changed.
/// </summary>
/// <param name="Organisation">The operator's id of the organisation; unknown: <c>OrganisationUnknown</c>.</param>
/// <param name="UserName">Taken by somebody who can log in, or in another organisation: <c>UserNameTaken</c>.</param>
[OperatorOnly(OperatorScopes.Invite)]
public sealed record InviteUser(string Organisation, string UserName, string Email, string Name) : ICommand<Guid>
{
    public sealed class Validator : AbstractValidator<InviteUser>
    {
        public Validator()
        {
            RuleFor(c => c.Organisation).NotEmpty().MaximumLength(64);
            RuleFor(c => c.UserName).UserName();
            RuleFor(c => c.Email).NotEmpty().MailAddress();
            RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(IInvitations invitations, ILoginUsers users, InvitationMail mail, IAudit audit, TimeProvider clock)
        : IRequestHandler<InviteUser, Guid>
    {
        public async Task<Guid> Handle(InviteUser command, CancellationToken cancellation)
        {
            var organisation = await invitations.OrganisationAsync(command.Organisation, cancellation)
                ?? throw new DomainRuleException("OrganisationUnknown", nameof(Organisation));
            var user = new InvitedUser(Guid.CreateVersion7(), organisation.Id, organisation.RootAccountId, command.UserName.Trim(), command.Email.Trim(), command.Name.Trim(), clock.GetUtcNow());
            if (await users.FindAsync(user.UserName, cancellation) is { } known)
            {
                if (known.PasswordHash is not null || known.OrganisationId != organisation.Id || !known.IsActive) throw new DomainRuleException("UserNameTaken", nameof(UserName));
                user = user with { Id = known.Id, Email = known.Email };
            }
            else if (!await invitations.AddUserAsync(user, cancellation)) throw new DomainRuleException("UserNameTaken", nameof(UserName));

            await mail.SendAsync(user, Text.Swedish, cancellation);
            audit.Subject("User", user.Id, organisation.Id);
            audit.Change(null, new { user.UserName, user.Email });
            return user.Id;
        }
    }
}

/// <summary>Makes a one-time link and mails it.</summary>
internal sealed class InvitationMail(IOneTimeLinks links, IMessages messages, MessageTexts texts, IdentityOptions options)
{
    public async Task SendAsync(Invitee user, System.Globalization.CultureInfo reader, CancellationToken cancellation)
    {
        var token = Token.New();
        await links.AddAsync(
            new(Guid.CreateVersion7(), user.Id, LinkPurpose.Invitation, Token.Hash(token), user.At, user.At + options.InvitationLifetime), cancellation);
        await messages.MailAsync(new()
        {
            To = user.Email,
            Subject = texts.InvitationSubject(reader),
            Text = texts.Invitation(reader, user.Name, user.UserName, $"/welcome/{token}", (int)options.InvitationLifetime.TotalDays),
            IsSecret = true,
            OrganisationId = user.OrganisationId,
            UserId = user.Id,
        }, cancellation);
    }
}
