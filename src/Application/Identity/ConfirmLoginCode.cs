using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Ends a log-in with the code of the very same attempt's SMS, with the authenticator app, or with a recovery code. Each code works once,
/// also when it comes twice at the same time; an SMS for five minutes, and five tries. Failures: <c>LoginAttemptEnded</c>,
/// <c>LoginCodeExpired</c>, and by the way <c>LoginCodeSpent</c> or <c>LoginTriesSpent</c>, <c>LoginCodeWrong</c>, <c>AuthenticatorCodeWrong</c> or
/// <c>RecoveryCodeWrong</c>.
/// </summary>
/// <param name="AttemptToken">From the attempt's cookie.</param>
/// <param name="Code">Six digits, or a recovery code; spaces and dashes do not matter.</param>
/// <param name="Agent">The browser, for the list of own sessions.</param>
[Open]
[OwnTransactions("A wrong code is counted although the command fails.")]
public sealed record ConfirmLoginCode(string AttemptToken, string Code, string? Agent = null, LoginWay Way = LoginWay.Sms) : ICommand<string>
{
    public sealed class Validator : AbstractValidator<ConfirmLoginCode>
    {
        public Validator()
        {
            RuleFor(c => c.AttemptToken).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Way).IsInEnum();
            RuleFor(c => c.Code).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Code).Must(code => string.IsNullOrWhiteSpace(code) || Digits(code) is { Length: 6 } digits && digits.All(char.IsAsciiDigit)).WithErrorCode("LoginCodeDigits")
                .When(c => c.Way != LoginWay.Recovery);
        }
    }

    internal sealed class Handler(ILoginAttempts attempts, LoginGuard guard, LoginSteps steps, IdentityOptions options, LoginAudit audit)
        : IRequestHandler<ConfirmLoginCode, string>
    {
        public async Task<string> Handle(ConfirmLoginCode command, CancellationToken cancellation)
        {
            var now = audit.Now;
            var attempt = await attempts.FindAsync(Token.Hash(command.AttemptToken), now, cancellation) ?? throw new DomainRuleException("LoginAttemptEnded");
            audit.About(attempt);
            if (command.Way == LoginWay.Sms && !(attempt.CodeExpiresAt > now)) throw new DomainRuleException("LoginCodeExpired", nameof(Code));
            await guard.EnterCodeAsync(attempt.UserId, cancellation);
            if (!await attempts.CountTryAsync(attempt.Id, options.CodeTries, cancellation)) throw new DomainRuleException(Spent(command.Way), nameof(Code));
            return await steps.CodeWasGivenAsync(attempt, command with { Code = Digits(command.Code) }, now, cancellation)
                ?? throw new DomainRuleException(Wrong(command.Way), nameof(Code));
        }
    }

    // Only an SMS can be sent anew.
    private static string Spent(LoginWay way) => way == LoginWay.Sms ? "LoginCodeSpent" : "LoginTriesSpent";

    private static string Wrong(LoginWay way) => way switch
    {
        LoginWay.Authenticator => "AuthenticatorCodeWrong",
        LoginWay.Recovery => "RecoveryCodeWrong",
        _ => "LoginCodeWrong",
    };

    private static string Digits(string code) => string.Concat(code.Where(sign => !char.IsWhiteSpace(sign)));
}
