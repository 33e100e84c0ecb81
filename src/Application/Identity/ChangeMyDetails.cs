using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Changes the user's own user name, e-mail and mobile number. A mail tells of each change, a changed address the old one too. A new number
/// counts only once the code that is sent to it has been given: <see cref="ConfirmMyNumber"/>.
/// User names are one for the whole installation (<c>UserNameTaken</c>); e-mail addresses may be shared. The number cannot be taken away
/// while codes are sent to it: <c>TwoFactorUsesNumber</c>.
/// </summary>
/// <returns>True when a code has been sent to a new number.</returns>
[Requires, RequiresFreshLogin]
public sealed record ChangeMyDetails(string UserName, string Email, string? MobileNumber) : ICommand<bool>
{
    public sealed class Validator : AbstractValidator<ChangeMyDetails>
    {
        public Validator()
        {
            // One that the operator gave may have signs that nobody can choose; the handler looks whether it is another.
            RuleFor(c => c.UserName).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Email).NotEmpty().MailAddress();
            RuleFor(c => c.MobileNumber).MobileNumberOrNothing();
        }
    }

    internal sealed class Handler(ILoginUsers users, DetailsChange change, NumberProof proof, ICurrentUser user, IAudit audit) : IRequestHandler<ChangeMyDetails, bool>
    {
        public async Task<bool> Handle(ChangeMyDetails command, CancellationToken cancellation)
        {
            var before = (await users.GetAsync(user.Id, cancellation))!;
            if (command.UserName.Trim() != before.UserName && !InputRules.IsUserName(command.UserName)) throw new InvalidInputException(nameof(UserName), "UserNameSigns");
            var number = PhoneNumber.E164Of(command.MobileNumber);
            var isNew = number is not null && number != before.MobileNumber;
            var after = before with { UserName = command.UserName.Trim(), Email = command.Email.Trim(), MobileNumber = isNew ? before.MobileNumber : number };
            audit.Subject("User", user.Id);
            audit.Change(Shown(before), Shown(after));
            if (after is { SmsTwoFactor: true, MobileNumber: null }) throw new DomainRuleException("TwoFactorUsesNumber", nameof(MobileNumber));
            if (before != after) await change.SaveAsync(before, after, cancellation);
            if (isNew) await proof.BeginAsync(after, number!, turnsSmsOn: false, cancellation);
            return isNew;
        }

        private static object Shown(LoginUser user) => new { user.UserName, user.Email, user.MobileNumber };
    }
}

/// <summary>Stores changed details with what follows from them.</summary>
internal sealed class DetailsChange(ILoginUsers users, IOneTimeLinks links, DetailsMail mail)
{
    public DateTimeOffset Now => mail.Now;

    /// <exception cref="DomainRuleException"><c>UserNameTaken</c>.</exception>
    public async Task SaveAsync(LoginUser before, LoginUser after, CancellationToken cancellation)
    {
        if (!await users.ChangeDetailsAsync(after.Id, after.UserName, after.Email, after.MobileNumber, cancellation))
            throw new DomainRuleException("UserNameTaken", nameof(LoginUser.UserName));
        // A link that lies in the old mailbox must not open the account any more.
        if (before.Email != after.Email) await links.EndAllAsync(after.Id, mail.Now, cancellation);
        await mail.SendAsync(before, after, cancellation);
    }
}

/// <summary>The mails that follow changed details.</summary>
internal sealed class DetailsMail(SecurityNotices notices, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task SendAsync(LoginUser before, LoginUser after, CancellationToken cancellation)
    {
        if (before.Email != after.Email)
        {
            await notices.SendAsync(after, before.Email, SecurityEvent.Email, cancellation);
            await notices.SendAsync(after, after.Email, SecurityEvent.Email, cancellation);
        }

        if (before.MobileNumber != after.MobileNumber) await notices.SendAsync(after, before.Email, SecurityEvent.MobileNumber, cancellation);
        if (before.UserName != after.UserName) await notices.SendAsync(after, before.Email, SecurityEvent.UserName, cancellation);
    }
}
