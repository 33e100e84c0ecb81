using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Accounts;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Accounts;

/// <summary>Edits a contact person of an account.</summary>
/// <param name="Number">The account's.</param>
/// <param name="Version">As it was shown; null when it does not matter.</param>
[Requires(Right.ViewAccounts, Right.ManageAccounts)]
public sealed record EditContactPerson(string Number, Guid Id, string Name, int? Version = null) : ICommand, IContactPersonInput
{
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];

    public sealed class Validator : AbstractValidator<EditContactPerson>
    {
        public Validator() => Include(new ContactPersonRules());
    }

    internal sealed class Handler(IAccountRepository accounts, AccountDesk desk) : IRequestHandler<EditContactPerson, Unit>
    {
        public async Task<Unit> Handle(EditContactPerson request, CancellationToken cancellationToken)
        {
            var account = await desk.FindAsync(request.Number, null, cancellationToken);
            var before = await accounts.FindContactPersonAsync(account, request.Id, cancellationToken) ?? throw new NotFoundException();
            if (request.Version is { } shown && shown != before.Version) throw new ConflictException();
            var person = ContactPersonRules.Filled(before, request);
            account.TellOfContactPerson(AccountEventKinds.ContactPersonEdited, person.Name, desk.Actor, desk.Now);
            await accounts.SaveAsync(person, cancellationToken);
            await accounts.SaveAsync(account, cancellationToken);
            await desk.TellAsync(AccountChange.PersonEdited, account, before, person, cancellationToken);
            return Unit.Value;
        }
    }
}
