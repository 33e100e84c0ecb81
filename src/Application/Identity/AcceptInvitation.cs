using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Chooses the password that the invited user logs in with. The link works once (<c>LinkEnded</c>); what is wrong with the
/// password is <c>PasswordCommon</c> or <c>PasswordOwnName</c>.
/// </summary>
/// <param name="LinkToken">From the link's address.</param>
[Open]
[OwnTransactions("Hashing takes longer than the write lock may be held.")]
public sealed record AcceptInvitation(string LinkToken, string Password, string Repeated) : ICommand
{
    public sealed class Validator : AbstractValidator<AcceptInvitation>
    {
        public Validator()
        {
            RuleFor(c => c.LinkToken).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Password).NotEmpty().Length(PasswordRules.MinLength, PasswordRules.MaxLength);
            RuleFor(c => c.Repeated).Equal(c => c.Password).WithErrorCode("PasswordsDiffer");
        }
    }

    internal sealed class Handler(PasswordByLink change, IAudit audit) : IRequestHandler<AcceptInvitation, Unit>
    {
        public async Task<Unit> Handle(AcceptInvitation command, CancellationToken cancellation)
        {
            var owner = await change.FindAsync(LinkPurpose.Invitation, command.LinkToken, cancellation);
            audit.Subject("User", owner.UserId, owner.OrganisationId);
            await change.SetAsync(LinkPurpose.Invitation, command.LinkToken, owner, command.Password, () => Task.CompletedTask, cancellation);
            return Unit.Value;
        }
    }
}
