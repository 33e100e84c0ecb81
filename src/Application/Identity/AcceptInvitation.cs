using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
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

    internal sealed class Handler(IInvitations invitations, IPasswordHasher hasher, FirstPassword first, IAudit audit, TimeProvider clock)
        : IRequestHandler<AcceptInvitation, Unit>
    {
        public async Task<Unit> Handle(AcceptInvitation command, CancellationToken cancellation)
        {
            var link = Token.Hash(command.LinkToken);
            var owner = await invitations.FindAsync(link, clock.GetUtcNow(), cancellation) ?? throw new DomainRuleException("LinkEnded");
            audit.Subject("User", owner.UserId, owner.OrganisationId);
            if (PasswordRules.Problem(command.Password, owner.UserName, owner.Email, owner.Name) is { } problem)
                throw new InvalidInputException(nameof(Password), problem);
            await first.SetAsync(link, owner.UserId, await hasher.HashAsync(command.Password, cancellation), cancellation);
            return Unit.Value;
        }
    }

    /// <summary>Uses the link up and stores the password, together or not at all.</summary>
    internal sealed class FirstPassword(ITransactions transactions, IInvitations invitations, ILoginUsers users, ISessions sessions, TimeProvider clock)
    {
        public Task SetAsync(string link, Guid userId, string passwordHash, CancellationToken cancellation) => transactions.RunAsync(async () =>
        {
            if (!await invitations.UseAsync(link, userId, clock.GetUtcNow(), cancellation)) throw new DomainRuleException("LinkEnded");
            await users.SetPasswordAsync(userId, passwordHash, cancellation);
            await sessions.EndAllAsync(userId, exceptSessionId: null, cancellation);
            return true;
        }, cancellation);
    }
}
