using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Subscriptions;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>What the page for the code shows: the number, masked, and when another code can be sent. Not found when the attempt has ended.</summary>
/// <param name="AttemptToken">From the attempt's cookie.</param>
[Open]
public sealed record GetLoginAttempt(string AttemptToken) : IQuery<LoginAttemptView>
{
    internal sealed class Handler(ILoginAttempts attempts, IdentityOptions options, TimeProvider clock) : IRequestHandler<GetLoginAttempt, LoginAttemptView>
    {
        public async Task<LoginAttemptView> Handle(GetLoginAttempt query, CancellationToken cancellation)
        {
            var now = clock.GetUtcNow();
            var attempt = await attempts.FindAsync(Token.Hash(query.AttemptToken), now, cancellation) ?? throw new NotFoundException();
            var again = attempt.CodeSentAt + options.CodeResend - now ?? TimeSpan.Zero;
            return new(Masked(attempt.MobileNumber), (int)Math.Ceiling(Math.Max(0, again.TotalSeconds)), attempt.Language)
            {
                HasSms = attempt.SmsTwoFactor,
                HasAuthenticator = attempt.HasAuthenticator,
                HasRecoveryCodes = attempt.RecoveryCodesLeft > 0,
                MustSetUp = attempt.MustSetUp,
                CodeWasSent = attempt.CodeSentAt is not null,
                SmsStoppedUntil = attempt.SmsBlockedUntil > now ? attempt.SmsBlockedUntil : null,
            };
        }

        // The last two digits tell the owner which telephone to take up, and nobody else the number.
        private static string Masked(string? e164)
        {
            if (!PhoneNumber.TryParse(e164, out var number)) return "";
            var shown = number.Display;
            var digitsLeft = shown.Count(char.IsAsciiDigit);
            return string.Concat(shown.Select(sign => !char.IsAsciiDigit(sign) || digitsLeft-- <= 2 ? sign : '•'));
        }
    }
}

/// <param name="MaskedNumber">As <c>•••-••• •• 67</c>.</param>
/// <param name="SecondsToResend">0 when another code can be sent.</param>
/// <param name="Language">The user's.</param>
public sealed record LoginAttemptView(string MaskedNumber, int SecondsToResend, string Language)
{
    public required bool HasSms { get; init; }
    public required bool HasAuthenticator { get; init; }
    public required bool HasRecoveryCodes { get; init; }

    /// <summary>A second factor is demanded and the user has none.</summary>
    public required bool MustSetUp { get; init; }

    public required bool CodeWasSent { get; init; }

    /// <summary>No code is sent to the number before this instant: its SIM card was replaced, or it was forwarded.</summary>
    public DateTimeOffset? SmsStoppedUntil { get; init; }
}
