using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Changes the user's own user name, e-mail and mobile number. A mail tells of each change, a changed address the old one too.
/// User names are one for the whole installation (<c>UserNameTaken</c>); e-mail addresses may be shared. The number cannot be taken away
/// while codes are sent to it: <c>TwoFactorUsesNumber</c>.
/// </summary>
[Requires, RequiresFreshLogin]
public sealed record ChangeMyDetails(string UserName, string Email, string? MobileNumber) : ICommand
{
    public sealed class Validator : AbstractValidator<ChangeMyDetails>
    {
        public Validator()
        {
            RuleFor(c => c.UserName).UserName();
            RuleFor(c => c.Email).NotEmpty().MaximumLength(254).MailAddress();
            RuleFor(c => c.MobileNumber).MaximumLength(40).Must(number => string.IsNullOrWhiteSpace(number) || PhoneNumber.TryParse(number, out _)).WithErrorCode("MobileNumber");
        }
    }

    internal sealed class Handler(ILoginUsers users, IOneTimeLinks links, DetailsMail mail, ICurrentUser user, IAudit audit) : IRequestHandler<ChangeMyDetails, Unit>
    {
        public async Task<Unit> Handle(ChangeMyDetails command, CancellationToken cancellation)
        {
            var before = (await users.GetAsync(user.Id, cancellation))!;
            var after = before with { UserName = command.UserName.Trim(), Email = command.Email.Trim(), MobileNumber = Number(command.MobileNumber) };
            audit.Subject("User", user.Id);
            audit.Change(Shown(before), Shown(after));
            if (before == after) return Unit.Value;
            if (after is { SmsTwoFactor: true, MobileNumber: null }) throw new DomainRuleException("TwoFactorUsesNumber", nameof(MobileNumber));
            if (!await users.ChangeDetailsAsync(user.Id, after.UserName, after.Email, after.MobileNumber, cancellation))
                throw new DomainRuleException("UserNameTaken", nameof(UserName));
            // A link that lies in the old mailbox must not open the account any more.
            if (before.Email != after.Email) await links.EndAllAsync(user.Id, mail.Now, cancellation);
            await mail.SendAsync(before, after, cancellation);
            return Unit.Value;
        }

        private static object Shown(LoginUser user) => new { user.UserName, user.Email, user.MobileNumber };

        private static string? Number(string? typed) => PhoneNumber.TryParse(typed, out var number) ? number.E164 : null;
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
