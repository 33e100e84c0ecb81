using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>Sends a new code for the log-in attempt; the one before is worth nothing any more. Again after 30 seconds (<c>LoginCodeTooSoon</c>).</summary>
/// <param name="AttemptToken">From the attempt's cookie.</param>
[Open]
public sealed record SendLoginCode(string AttemptToken) : ICommand
{
    public sealed class Validator : AbstractValidator<SendLoginCode>
    {
        public Validator() => RuleFor(c => c.AttemptToken).NotEmpty().MaximumLength(100);
    }

    internal sealed class Handler(ILoginAttempts attempts, LoginCodes codes, IAudit audit, TimeProvider clock) : IRequestHandler<SendLoginCode, Unit>
    {
        public async Task<Unit> Handle(SendLoginCode command, CancellationToken cancellation)
        {
            var attempt = await attempts.FindAsync(Token.Hash(command.AttemptToken), clock.GetUtcNow(), cancellation)
                ?? throw new DomainRuleException("LoginAttemptEnded");
            audit.Subject("User", attempt.UserId, attempt.OrganisationId);
            if (!attempt.SmsTwoFactor && !attempt.MustSetUp) throw new DomainRuleException("LoginAttemptEnded");
            await codes.SendAsync(attempt, command.AttemptToken, cancellation);
            return Unit.Value;
        }
    }
}
