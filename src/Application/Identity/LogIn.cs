using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Logs in with password. Unknown name, wrong password and deactivated user are answered alike (<c>LoginFailed</c>) and after
/// the same time: always one hash. Too many tries: <c>LoginBlocked</c> with the seconds to wait.
/// </summary>
/// <param name="UserName">User name, or e-mail where exactly one active user has it.</param>
/// <param name="Password">As typed.</param>
/// <param name="Agent">The browser, for the list of own sessions.</param>
[Open]
[OwnTransactions("Hashing takes longer than the write lock may be held, and a wrong password is counted although the command fails.")]
public sealed record LogIn(string UserName, string Password, string? Agent = null) : ICommand<LoginStep>
{
    public sealed class Validator : AbstractValidator<LogIn>
    {
        public Validator()
        {
            RuleFor(c => c.UserName).NotEmpty().MaximumLength(254);
            RuleFor(c => c.Password).NotEmpty().MaximumLength(PasswordRules.MaxLength);
        }
    }

    internal sealed class Handler(ILoginUsers users, IPasswordHasher hasher, LoginGuard guard, LoginSteps steps, IAudit audit)
        : IRequestHandler<LogIn, LoginStep>
    {
        public async Task<LoginStep> Handle(LogIn command, CancellationToken cancellation)
        {
            await guard.EnterAsync(command.UserName, cancellation);
            var user = await users.FindAsync(command.UserName, cancellation);
            if (user is not null) audit.Subject("User", user.Id, user.OrganisationId);
            var check = await hasher.VerifyAsync(user?.PasswordHash, command.Password, cancellation);
            if (user is not { IsActive: true } || check == PasswordCheck.Wrong) throw new DomainRuleException("LoginFailed");
            var rehashed = check == PasswordCheck.RightButOld ? await hasher.HashAsync(command.Password, cancellation) : null;
            audit.Actor(user.UserName);
            return await steps.PasswordWasRightAsync(user, command, rehashed, cancellation);
        }
    }
}

/// <summary>The next step of a log-in: one of the two is there.</summary>
/// <param name="SessionToken">For the session's cookie: the user is in.</param>
/// <param name="AttemptToken">For the attempt's cookie: a second factor is awaited.</param>
/// <param name="MustSetUp">The organisation demands one and the user has none: it is set up first.</param>
public sealed record LoginStep(string? SessionToken, string? AttemptToken, bool MustSetUp = false);
