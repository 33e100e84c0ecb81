using Connect.Application.Accounts;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using FluentValidation;
using MediatR;

namespace Connect.Application.Identity;

/// <summary>
/// Reports a fault in the portal: a ticket of that type, which needs no right to make; the operator's answer comes by mail too. Too many in an hour: <c>LoginBlocked</c>.
/// </summary>
/// <param name="Page">Where it happened, an address of the portal.</param>
/// <param name="Browser">As the browser calls itself.</param>
[Requires]
public sealed record ReportFault(string Title, string Text, string? Page, string? Browser, Guid RequestId) : ICommand<CreatedTicket>, IOnce
{
    public sealed class Validator : AbstractValidator<ReportFault>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().Line(TicketData.TitleLength);
            RuleFor(c => c.Text).NotEmpty().MaximumLength(5000);
            RuleFor(c => c.Page).Line(1000);
            RuleFor(c => c.Browser).Line(500);
        }
    }

    internal sealed class Handler(LoginGuard guard, TicketDesk desk, ICurrentUser user, IAudit audit) : IRequestHandler<ReportFault, CreatedTicket>
    {
        public async Task<CreatedTicket> Handle(ReportFault command, CancellationToken cancellation)
        {
            await guard.EnterReportAsync(user.Id, cancellation);
            var ticket = Ticket.Create(new(user.Reach.OrganisationId, user.Reach.AccountId, await desk.NextNumberAsync(cancellation), TicketType.PortalFault,
                AccountRules.Clean(command.Title)!, Written(command)), TicketDesk.ActorOf(user), desk.Now);
            await desk.SaveAndTellAsync(ticket, TicketNews.Created, ticket.NewMessages[0], cancellation);
            audit.Subject(nameof(Ticket), ticket.Id);
            audit.Change(null, new { ticket.Number });
            return new(ticket.Number);
        }

        // The operator reads it, in Swedish.
        private static string Written(ReportFault fault) => TicketRules.Clean($"{fault.Text.Trim()}\n\nSida: {fault.Page ?? "–"}\nWebbläsare: {fault.Browser ?? "–"}");
    }
}
