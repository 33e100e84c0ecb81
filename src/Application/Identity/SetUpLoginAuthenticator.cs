using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// A user of whom two-factor is demanded and who has none begins to set an authenticator app up, between password and session.
/// Ended or not demanded: <c>LoginAttemptEnded</c>.
/// </summary>
/// <param name="AttemptToken">From the attempt's cookie.</param>
[Open]
public sealed record BeginLoginAuthenticator(string AttemptToken) : ICommand
{
    internal sealed class Handler(SetupAttempts attempts, AuthenticatorSetups setups) : IRequestHandler<BeginLoginAuthenticator, Unit>
    {
        public async Task<Unit> Handle(BeginLoginAuthenticator command, CancellationToken cancellation)
        {
            var attempt = await attempts.FindAsync(command.AttemptToken, cancellation);
            await setups.BeginAsync(attempt.UserId, cancellation);
            return Unit.Value;
        }
    }
}

/// <summary>What that app is set up with. Not found when it was not begun, or the attempt has ended.</summary>
[Open, Audited]
public sealed record GetLoginAuthenticator(string AttemptToken) : IQuery<AuthenticatorSetup>
{
    internal sealed class Handler(SetupAttempts attempts, AuthenticatorSetups setups, ILoginUsers users) : IRequestHandler<GetLoginAuthenticator, AuthenticatorSetup>
    {
        public async Task<AuthenticatorSetup> Handle(GetLoginAuthenticator query, CancellationToken cancellation)
        {
            var attempt = await attempts.FindAsync(query.AttemptToken, cancellation);
            var user = await users.GetAsync(attempt.UserId, cancellation) ?? throw new NotFoundException();
            return await setups.FindAsync(user.Id, user.UserName, cancellation) ?? throw new NotFoundException();
        }
    }
}

/// <summary>Proves that the app has the secret, and begins the session. Failures: <c>AuthenticatorCodeWrong</c>, <c>LoginAttemptEnded</c>.</summary>
[Open]
[OwnTransactions("A wrong code is counted although the command fails.")]
public sealed record ConfirmLoginAuthenticator(string AttemptToken, string Code, string? Agent = null) : ICommand<LoginSetUp>
{
    public sealed class Validator : AbstractValidator<ConfirmLoginAuthenticator>
    {
        public Validator()
        {
            RuleFor(c => c.AttemptToken).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Code).AuthenticatorCode();
        }
    }

    internal sealed class Handler(SetupAttempts attempts, FirstAuthenticator first) : IRequestHandler<ConfirmLoginAuthenticator, LoginSetUp>
    {
        public async Task<LoginSetUp> Handle(ConfirmLoginAuthenticator command, CancellationToken cancellation) =>
            await first.ConfirmAsync(await attempts.FindAsync(command.AttemptToken, cancellation), command, cancellation);
    }
}

/// <param name="SessionToken">For the session's cookie.</param>
/// <param name="RecoveryCodes">Shown this once.</param>
public sealed record LoginSetUp(string SessionToken, IReadOnlyList<string> RecoveryCodes);

/// <summary>Finds attempts in which a second factor is to be set up; in no other may one be.</summary>
internal sealed class SetupAttempts(ILoginAttempts attempts, LoginGuard guard, LoginAudit audit)
{
    public async Task<LoginAttempt> FindAsync(string token, CancellationToken cancellation)
    {
        var attempt = await attempts.FindAsync(Token.Hash(token), audit.Now, cancellation) ?? throw new DomainRuleException("LoginAttemptEnded");
        audit.About(attempt);
        return attempt.MustSetUp ? attempt : throw new DomainRuleException("LoginAttemptEnded");
    }

    public Task CountAsync(LoginAttempt attempt, CancellationToken cancellation) => guard.EnterCodeAsync(attempt.UserId, cancellation);

    /// <exception cref="DomainRuleException"><c>LoginAttemptEnded</c>: somebody else was first.</exception>
    public async Task EndAsync(LoginAttempt attempt, CancellationToken cancellation)
    {
        if (!await attempts.EndAsync(attempt.Id, audit.Now, cancellation)) throw new DomainRuleException("LoginAttemptEnded");
        await guard.CodeSucceededAsync(attempt.UserId, cancellation);
    }
}

/// <summary>The end of such a log-in.</summary>
internal sealed class FirstAuthenticator(ITransactions transactions, SetupAttempts attempts, OwnAuthenticator authenticator, SessionStarter sessions)
{
    public async Task<LoginSetUp> ConfirmAsync(LoginAttempt attempt, ConfirmLoginAuthenticator command, CancellationToken cancellation)
    {
        await attempts.CountAsync(attempt, cancellation);
        return await transactions.RunAsync(async () =>
        {
            await attempts.EndAsync(attempt, cancellation);
            var codes = await authenticator.ConfirmAsync(attempt.UserId, command.Code, cancellation);
            return new LoginSetUp(await sessions.StartAsync(attempt.UserId, command.Agent, cancellation), codes);
        }, cancellation);
    }
}
