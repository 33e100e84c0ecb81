using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Accounts;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Accounts;

/// <summary>Nytt konto, Lägg till underkonto: an account under another within the reach. It gets the next free number of the installation.</summary>
/// <param name="Parent">Number of the account above.</param>
[Requires(Right.ViewAccounts, Right.ManageAccounts)]
public sealed record AddAccount(string Parent, string Name, Guid RequestId) : ICommand<AddedAccount>, IOnce
{
    public const string Series = "account";

    public string? Alias { get; init; }
    public string? InvoiceReference { get; init; }
    public string? OrganisationNumber { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Street { get; init; }
    public string? PostalCode { get; init; }
    public string? City { get; init; }
    public string? InvoiceStreet { get; init; }
    public string? InvoicePostalCode { get; init; }
    public string? InvoiceCity { get; init; }

    public sealed class Validator : AbstractValidator<AddAccount>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Cascade(CascadeMode.Stop).NotEmpty().Line(AccountRules.Name);
            RuleFor(c => c.Alias).Line(AccountRules.Name);
            RuleFor(c => c.InvoiceReference).Line(AccountRules.Reference);
            RuleFor(c => c.OrganisationNumber).OrganisationNumberOrNothing();
            RuleFor(c => c.Email).MailAddress();
            RuleFor(c => c.Phone).PhoneOrNothing();
            this.Address(new(c => c.Street, c => c.PostalCode, c => c.City), required: false);
            this.Address(new(c => c.InvoiceStreet, c => c.InvoicePostalCode, c => c.InvoiceCity), required: false);
        }
    }

    internal sealed class Handler(IAccountRepository accounts, INumberSeries numbers, AccountDesk desk) : IRequestHandler<AddAccount, AddedAccount>
    {
        public async Task<AddedAccount> Handle(AddAccount request, CancellationToken cancellationToken)
        {
            var parent = await desk.FindAsync(request.Parent, null, cancellationToken);
            var number = await numbers.NextFreeAsync(Series, accounts.IsTakenAsync, cancellationToken);
            var made = parent.AddBelow(DetailsOf(request), number, desk.Actor, desk.Now);
            await accounts.SaveAsync(made, cancellationToken);
            await accounts.SaveAsync(parent, cancellationToken);
            await desk.TellAsync(made, Told(made.Data, parent.Data.Number), cancellationToken);
            return new(made.Id, number);
        }

        private static object Told(AccountData data, string parent) => new
        {
            data.Number, Parent = parent, data.Name, data.Alias, data.InvoiceReference, data.OrganisationNumber, data.Email, data.Phone, data.Street, data.PostalCode, data.City,
            data.InvoiceStreet, data.InvoicePostalCode, data.InvoiceCity,
        };

        private static AccountDetails DetailsOf(AddAccount request) => new(AccountRules.Clean(request.Name)!)
        {
            Alias = AccountRules.Clean(request.Alias),
            InvoiceReference = AccountRules.Clean(request.InvoiceReference),
            OrganisationNumber = Domain.Common.OrganisationNumber.TryParse(request.OrganisationNumber, out var digits) ? digits : null,
            Email = AccountRules.Clean(request.Email),
            Phone = AccountRules.CleanPhone(request.Phone),
            Address = AccountRules.CleanAddress(request.Street, request.PostalCode, request.City),
            InvoiceAddress = AccountRules.CleanAddress(request.InvoiceStreet, request.InvoicePostalCode, request.InvoiceCity),
        };
    }
}

/// <param name="Number">What people read.</param>
public sealed record AddedAccount(Guid Id, string Number);
