using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Messages;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;
using Words = Connect.Application.Common.Texts.Text;

namespace Connect.Application.Identity;

/// <summary>
/// Reports a fault in the portal: a mail to the operator, who answers to the user's address. Without an address to send it to:
/// <c>FaultsNotTaken</c>; too many in an hour: <c>LoginBlocked</c>.
/// </summary>
/// <param name="Page">Where it happened, an address of the portal.</param>
/// <param name="Browser">As the browser calls itself.</param>
[Requires]
[OwnTransactions("A report is counted although the command fails.")]
public sealed record ReportFault(string Title, string Text, string? Page, string? Browser) : ICommand
{
    public sealed class Validator : AbstractValidator<ReportFault>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(150);
            RuleFor(c => c.Text).NotEmpty().MaximumLength(5000);
            RuleFor(c => c.Page).MaximumLength(1000);
            RuleFor(c => c.Browser).MaximumLength(500);
        }
    }

    internal sealed class Handler(LoginGuard guard, FaultMail mail, ICurrentUser user) : IRequestHandler<ReportFault, Unit>
    {
        public async Task<Unit> Handle(ReportFault command, CancellationToken cancellation)
        {
            await guard.EnterReportAsync(user.Id, cancellation);
            await mail.SendAsync(user.Identity!, command, cancellation);
            return Unit.Value;
        }
    }
}

/// <summary>Writes the mail, in Swedish: the operator reads it.</summary>
internal sealed class FaultMail(ITransactions transactions, ILoginUsers users, IMessages messages, MessageOptions installation)
{
    public async Task SendAsync(UserIdentity identity, ReportFault fault, CancellationToken cancellation)
    {
        var to = installation.FaultEmail ?? throw new DomainRuleException("FaultsNotTaken");
        var user = (await users.GetAsync(identity.Id, cancellation))!;
        await transactions.RunAsync(async () =>
        {
            await messages.MailAsync(new()
            {
                To = to,
                ReplyTo = user.Email,
                Subject = Words.Get(Words.Swedish, "Messages.FaultSubject", installation.OperatorName, fault.Title.Trim()),
                Text = Words.Get(Words.Swedish, "Messages.Fault", fault.Text.Trim(), identity.DisplayName, user.UserName, identity.OrganisationName, user.Email,
                    fault.Page ?? "–", fault.Browser ?? "–"),
                OrganisationId = user.OrganisationId,
                UserId = user.Id,
            }, cancellation);
            return true;
        }, cancellation);
    }
}
