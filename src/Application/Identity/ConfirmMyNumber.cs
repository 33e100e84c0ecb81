using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Proves by the code that was sent to it that a mobile number is the user's own: from now on it is the user's number, and SMS codes are on where
/// that was asked for. Failures: <c>NumberNotBegun</c>, <c>LoginCodeExpired</c>, <c>LoginCodeSpent</c>, <c>LoginCodeWrong</c>.
/// </summary>
/// <returns>True when SMS codes were turned on by it.</returns>
[Requires, RequiresFreshLogin]
[OwnTransactions("A wrong code is counted although the command fails.")]
public sealed record ConfirmMyNumber(string Code) : ICommand<bool>
{
    public sealed class Validator : AbstractValidator<ConfirmMyNumber>
    {
        public Validator() => RuleFor(c => c.Code).AuthenticatorCode();
    }

    internal sealed class Handler(NumberProof proof, ProvedNumber proved, ICurrentUser user, IAudit audit) : IRequestHandler<ConfirmMyNumber, bool>
    {
        public async Task<bool> Handle(ConfirmMyNumber command, CancellationToken cancellation)
        {
            audit.Subject("User", user.Id);
            var check = await proof.TryAsync(user.Id, string.Concat(command.Code.Where(char.IsAsciiDigit)), cancellation);
            var (before, after) = await proved.TakeAsync(check, cancellation);
            audit.Change(Shown(before), Shown(after));
            return after.SmsTwoFactor && !before.SmsTwoFactor;
        }

        private static object Shown(LoginUser user) => new { user.MobileNumber, user.SmsTwoFactor };
    }
}

/// <summary>Sends a new code to the number that waits for one; the code before is worth nothing any more. Again after 30 seconds (<c>LoginCodeTooSoon</c>).</summary>
[Requires, RequiresFreshLogin]
public sealed record SendMyNumberCode : ICommand
{
    internal sealed class Handler(ILoginUsers users, NumberProof proof, ICurrentUser user, IAudit audit) : IRequestHandler<SendMyNumberCode, Unit>
    {
        public async Task<Unit> Handle(SendMyNumberCode command, CancellationToken cancellation)
        {
            audit.Subject("User", user.Id);
            await proof.SendAgainAsync((await users.GetAsync(user.Id, cancellation))!, cancellation);
            return Unit.Value;
        }
    }
}

/// <summary>The number that waits for its code. Not found when there is none.</summary>
[Requires, RequiresFreshLogin]
public sealed record GetMyNumberCheck : IQuery<NumberCheckView>
{
    internal sealed class Handler(INumberChecks checks, IdentityOptions options, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetMyNumberCheck, NumberCheckView>
    {
        public async Task<NumberCheckView> Handle(GetMyNumberCheck query, CancellationToken cancellation)
        {
            if (await checks.FindAsync(user.Id, cancellation) is not { ProtectedCode: not null } check) throw new NotFoundException();
            return new(check.MobileNumber, check.TurnsSmsOn, (int)Math.Ceiling(Math.Max(0, (check.SentAt + options.CodeResend - clock.GetUtcNow()).TotalSeconds)));
        }
    }
}

/// <param name="Number">E.164.</param>
/// <param name="SecondsToResend">0 when another code can be sent.</param>
public sealed record NumberCheckView(string Number, bool TurnsSmsOn, int SecondsToResend);

/// <summary>Makes a proved number the user's own, once and together with all that follows from it.</summary>
internal sealed class ProvedNumber(ITransactions transactions, INumberChecks checks, ILoginUsers users, DetailsChange details, FactorSwitch factors)
{
    /// <exception cref="DomainRuleException"><c>LoginCodeWrong</c>: it was used in the meantime, or another has been sent.</exception>
    public Task<(LoginUser Before, LoginUser After)> TakeAsync(NumberCheck check, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        if (!await checks.UseAsync(check, details.Now, cancellation)) throw new DomainRuleException("LoginCodeWrong", nameof(ConfirmMyNumber.Code));
        var before = (await users.GetAsync(check.UserId, cancellation))!;
        var own = before with { MobileNumber = check.MobileNumber };
        if (own != before) await details.SaveAsync(before, own, cancellation);
        var after = own with { SmsTwoFactor = own.SmsTwoFactor || check.TurnsSmsOn };
        await factors.SwitchAsync(own, after, cancellation);
        return (before, after);
    }, cancellation);
}
