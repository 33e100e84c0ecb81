using Connect.Application.Common.Ports;

namespace Connect.Application.Identity;

/// <summary>What follows the right password: a session, or a second factor to give or to set up first.</summary>
internal sealed class LoginSteps(ITransactions transactions, LoginSessions sessions, LoginCodes codes, LoginGuard guard, SecondFactors factors)
{
    public Task<LoginStep> PasswordWasRightAsync(LoginUser user, LogIn command, string? rehashed, CancellationToken cancellation) =>
        transactions.RunAsync(async () =>
        {
            await guard.SucceededAsync(command.UserName, cancellation);
            if (rehashed is not null) await sessions.RehashAsync(user.Id, rehashed, cancellation);
            return user.HasSecondFactor || user.RequireTwoFactor
                ? new LoginStep(null, await codes.BeginAsync(user, cancellation), MustSetUp: !user.HasSecondFactor)
                : new LoginStep(await sessions.StartAsync(user.Id, command.Agent, cancellation), null);
        }, cancellation);

    /// <returns>The session's token, or null when the code was wrong or somebody else used it first.</returns>
    public Task<string?> CodeWasGivenAsync(LoginAttempt attempt, ConfirmLoginCode command, DateTimeOffset now, CancellationToken cancellation) =>
        transactions.RunAsync(async () =>
        {
            if (!await factors.UseAsync(attempt, command, now, cancellation)) return null;
            await guard.CodeSucceededAsync(attempt.UserId, cancellation);
            return await sessions.StartAsync(attempt.UserId, command.Agent, cancellation);
        }, cancellation);
}

/// <summary>What the end of a log-in stores.</summary>
internal sealed class LoginSessions(SessionStarter sessions, ILoginUsers users)
{
    public Task<string> StartAsync(Guid userId, string? agent, CancellationToken cancellation) => sessions.StartAsync(userId, agent, cancellation);

    public Task RehashAsync(Guid userId, string passwordHash, CancellationToken cancellation) => users.RehashAsync(userId, passwordHash, cancellation);
}
