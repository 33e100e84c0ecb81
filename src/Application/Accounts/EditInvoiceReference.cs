using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Accounts;

/// <summary>Redigera fakturareferens: what stands on coming invoices. Made if there was none; empty takes it away.</summary>
/// <param name="Version">As it was shown; null when it does not matter.</param>
[Requires(Right.ViewAccounts, Right.ManageAccounts)]
public sealed record EditInvoiceReference(string Number, string? InvoiceReference, int? Version = null) : ICommand
{
    public sealed class Validator : AbstractValidator<EditInvoiceReference>
    {
        public Validator() => RuleFor(command => command.InvoiceReference).Line(AccountRules.Reference);
    }

    internal sealed class Handler(AccountDesk desk) : IRequestHandler<EditInvoiceReference, Unit>
    {
        public async Task<Unit> Handle(EditInvoiceReference request, CancellationToken cancellationToken)
        {
            var account = await desk.FindAsync(request.Number, request.Version, cancellationToken);
            var before = account.Data;
            account.EditInvoiceReference(AccountRules.Clean(request.InvoiceReference), desk.Actor, desk.Now);
            await desk.SaveAsync(account, before, AccountChange.InvoiceReference, data => new { data.InvoiceReference }, cancellationToken);
            return Unit.Value;
        }
    }
}
