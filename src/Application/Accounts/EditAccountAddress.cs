using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Accounts;

/// <summary>Redigera adress: where the account is found, with its e-mail address and phone number, which may be missing.</summary>
/// <param name="Version">As it was shown; null when it does not matter.</param>
[Requires(Right.ViewAccounts, Right.ManageAccounts)]
public sealed record EditAccountAddress(string Number, string? Street, string? PostalCode, string? City, string? Email, string? Phone, int? Version = null) : ICommand
{
    public sealed class Validator : AbstractValidator<EditAccountAddress>
    {
        public Validator()
        {
            this.Address(new(command => command.Street, command => command.PostalCode, command => command.City), required: true);
            RuleFor(command => command.Email).MailAddress();
            RuleFor(command => command.Phone).PhoneOrNothing();
        }
    }

    internal sealed class Handler(AccountDesk desk) : IRequestHandler<EditAccountAddress, Unit>
    {
        public async Task<Unit> Handle(EditAccountAddress request, CancellationToken cancellationToken)
        {
            var account = await desk.FindAsync(request.Number, request.Version, cancellationToken);
            var before = account.Data;
            var address = AccountRules.CleanAddress(request.Street, request.PostalCode, request.City)!;
            account.EditAddress(address, AccountRules.Clean(request.Email), AccountRules.CleanPhone(request.Phone), desk.Actor, desk.Now);
            await desk.SaveAsync(account, before, AccountChange.Address, data => new { data.Street, data.PostalCode, data.City, data.Email, data.Phone }, cancellationToken);
            return Unit.Value;
        }
    }
}
