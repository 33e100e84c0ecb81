using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Chooses a new password by the link that was asked for. The link works once (<c>LinkEnded</c>), every session of the user ends and a
/// mail tells of it. Two-factor stays as it is.
/// </summary>
/// <param name="LinkToken">From the link's address.</param>
[Open]
[OwnTransactions("Hashing takes longer than the write lock may be held.")]
public sealed record ResetPassword(string LinkToken, string Password, string Repeated) : ICommand
{
    public sealed class Validator : AbstractValidator<ResetPassword>
    {
        public Validator()
        {
            RuleFor(c => c.LinkToken).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Password).NotEmpty().Length(PasswordRules.MinLength, PasswordRules.MaxLength);
            RuleFor(c => c.Repeated).Equal(c => c.Password).WithErrorCode("PasswordsDiffer");
        }
    }

    internal sealed class Handler(PasswordByLink change, SecurityNotices notices, IAudit audit) : IRequestHandler<ResetPassword, Unit>
    {
        public async Task<Unit> Handle(ResetPassword command, CancellationToken cancellation)
        {
            var owner = await change.FindAsync(LinkPurpose.PasswordReset, command.LinkToken, cancellation);
            audit.Subject("User", owner.UserId, owner.OrganisationId);
            await change.SetAsync(LinkPurpose.PasswordReset, command.LinkToken, owner, command.Password,
                () => notices.SendAsync(owner.UserId, SecurityEvent.Password, cancellation), cancellation);
            return Unit.Value;
        }
    }
}

/// <summary>Does the link still work? Looking does not use it up. Not found when it was used, has expired or never was.</summary>
[Open]
public sealed record GetPasswordReset(string LinkToken) : IQuery<InvitationView>
{
    internal sealed class Handler(IOneTimeLinks links, TimeProvider clock) : IRequestHandler<GetPasswordReset, InvitationView>
    {
        public async Task<InvitationView> Handle(GetPasswordReset query, CancellationToken cancellation)
        {
            var owner = await links.FindAsync(LinkPurpose.PasswordReset, Token.Hash(query.LinkToken), clock.GetUtcNow(), cancellation)
                ?? throw new Common.Errors.NotFoundException();
            return new(owner.Name, owner.UserName);
        }
    }
}
