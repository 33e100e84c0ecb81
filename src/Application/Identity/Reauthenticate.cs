using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Gives the password again, so that messages with <see cref="RequiresFreshLoginAttribute"/> are let through for a while.
/// Wrong: <c>PasswordWrong</c>; too many tries: <c>LoginBlocked</c>.
/// </summary>
[Requires]
[OwnTransactions("Hashing takes longer than the write lock may be held, and a wrong password is counted although the command fails.")]
public sealed record Reauthenticate(string Password) : ICommand
{
    public sealed class Validator : AbstractValidator<Reauthenticate>
    {
        public Validator() => RuleFor(c => c.Password).NotEmpty().MaximumLength(PasswordRules.MaxLength);
    }

    internal sealed class Handler(OwnPassword own, FreshSession session, ICurrentUser user) : IRequestHandler<Reauthenticate, Unit>
    {
        public async Task<Unit> Handle(Reauthenticate command, CancellationToken cancellation)
        {
            await own.ProveAsync(user.Identity!, command.Password, nameof(Password), cancellation);
            await session.MarkAsync(user.Identity!, cancellation);
            return Unit.Value;
        }
    }

    /// <summary>Notes the fresh password on the session and gives the counted try back.</summary>
    internal sealed class FreshSession(ITransactions transactions, ISessions sessions, LoginGuard guard, TimeProvider clock)
    {
        public Task MarkAsync(UserIdentity identity, CancellationToken cancellation) => transactions.RunAsync(async () =>
        {
            await guard.SucceededAsync(identity.UserName, cancellation);
            if (identity.SessionId is { } session) await sessions.ReauthenticatedAsync(session, clock.GetUtcNow(), cancellation);
            return true;
        }, cancellation);
    }
}
