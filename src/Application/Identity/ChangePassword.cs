using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Changes the user's own password; the present one is given with it (ASVS 5.0, 6.2.3), which is why no other proof is asked for. All other
/// sessions end, and a mail tells of it. Failures: <c>PasswordWrong</c>, <c>PasswordCommon</c>, <c>PasswordOwnName</c>, <c>LoginBlocked</c>.
/// </summary>
[Requires]
[OwnTransactions("Hashing takes longer than the write lock may be held, and a wrong password is counted although the command fails.")]
public sealed record ChangePassword(string Current, string Password, string Repeated) : ICommand
{
    public sealed class Validator : AbstractValidator<ChangePassword>
    {
        public Validator()
        {
            RuleFor(c => c.Current).NotEmpty().MaximumLength(PasswordRules.MaxLength);
            RuleFor(c => c.Password).NotEmpty().Length(PasswordRules.MinLength, PasswordRules.MaxLength);
            RuleFor(c => c.Repeated).Equal(c => c.Password).WithErrorCode("PasswordsDiffer");
        }
    }

    internal sealed class Handler(OwnPassword own, NewPassword passwords, PasswordSwitch change, ICurrentUser user, IAudit audit) : IRequestHandler<ChangePassword, Unit>
    {
        public async Task<Unit> Handle(ChangePassword command, CancellationToken cancellation)
        {
            var identity = user.Identity!;
            audit.Subject("User", identity.Id);
            var known = await own.ProveAsync(identity, command.Current, nameof(Current), cancellation);
            var hash = await passwords.HashAsync(command.Password, [known.UserName, known.Email, known.Name, known.OrganisationName], cancellation);
            await change.SetAsync(identity, hash, cancellation);
            return Unit.Value;
        }
    }
}

/// <summary>Asks a logged-in user for the present password.</summary>
internal sealed class OwnPassword(ILoginUsers users, IPasswordHasher hasher, LoginGuard guard)
{
    /// <exception cref="DomainRuleException"><c>PasswordWrong</c> on the field, or <c>LoginBlocked</c>.</exception>
    public async Task<LoginUser> ProveAsync(UserIdentity identity, string password, string field, CancellationToken cancellation)
    {
        await guard.EnterAsync(identity.UserName, cancellation);
        var known = await users.GetAsync(identity.Id, cancellation);
        if (await hasher.VerifyAsync(known?.PasswordHash, password, cancellation) == PasswordCheck.Wrong) throw new DomainRuleException("PasswordWrong", field);
        return known!;
    }
}

/// <summary>Stores the new password, keeps the session that it was changed in, and tells of it; together or not at all.</summary>
internal sealed class PasswordSwitch(ITransactions transactions, StoredPassword stored, SecurityNotices notices, LoginGuard guard)
{
    public Task SetAsync(UserIdentity identity, string hash, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        await guard.SucceededAsync(identity.UserName, cancellation);
        await stored.SetAsync(identity.Id, hash, identity.SessionId, cancellation);
        await notices.SendAsync(identity.Id, SecurityEvent.Password, cancellation);
        return true;
    }, cancellation);
}
