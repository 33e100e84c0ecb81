using Connect.Application.Common.Ports;

namespace Connect.Application.Identity;

/// <summary>What follows the right password: a session, or a code to give first.</summary>
internal sealed class LoginSteps(ITransactions transactions, SessionStarter sessions, LoginCodes codes, LoginGuard guard, ILoginUsers users)
{
    public Task<LoginStep> PasswordWasRightAsync(LoginUser user, LogIn command, string? rehashed, CancellationToken cancellation) =>
        transactions.RunAsync(async () =>
        {
            await guard.SucceededAsync(command.UserName, cancellation);
            if (rehashed is not null) await users.RehashAsync(user.Id, rehashed, cancellation);
            return user.SmsTwoFactor
                ? new LoginStep(null, await codes.BeginAsync(user, cancellation))
                : new LoginStep(await sessions.StartAsync(user.Id, command.Agent, cancellation), null);
        }, cancellation);

    /// <returns>The session's token, or null when the code was wrong or somebody else used it first.</returns>
    public Task<string?> CodeWasGivenAsync(LoginAttempt attempt, ConfirmLoginCode command, DateTimeOffset now, CancellationToken cancellation) =>
        transactions.RunAsync(async () =>
        {
            if (!await codes.UseAsync(attempt.Id, command.AttemptToken, command.Code, now, cancellation)) return null;
            await guard.CodeSucceededAsync(attempt.UserId, cancellation);
            return await sessions.StartAsync(attempt.UserId, command.Agent, cancellation);
        }, cancellation);
}
