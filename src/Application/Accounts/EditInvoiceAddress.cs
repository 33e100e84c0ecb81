using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Accounts;

/// <summary>Redigera fakturaadress: where invoices on paper go. All parts empty: to the account's own address.</summary>
/// <param name="Version">As it was shown; null when it does not matter.</param>
[Requires(Right.ViewAccounts, Right.ManageAccounts)]
public sealed record EditInvoiceAddress(string Number, string? Street, string? PostalCode, string? City, int? Version = null) : ICommand
{
    public sealed class Validator : AbstractValidator<EditInvoiceAddress>
    {
        public Validator() => this.Address(new(command => command.Street, command => command.PostalCode, command => command.City), required: false);
    }

    internal sealed class Handler(AccountDesk desk) : IRequestHandler<EditInvoiceAddress, Unit>
    {
        public async Task<Unit> Handle(EditInvoiceAddress request, CancellationToken cancellationToken)
        {
            var account = await desk.FindAsync(request.Number, request.Version, cancellationToken);
            var before = account.Data;
            account.EditInvoiceAddress(AccountRules.CleanAddress(request.Street, request.PostalCode, request.City), desk.Actor, desk.Now);
            await desk.SaveAsync(account, before, AccountChange.InvoiceAddress, data => new { data.InvoiceStreet, data.InvoicePostalCode, data.InvoiceCity }, cancellationToken);
            return Unit.Value;
        }
    }
}
