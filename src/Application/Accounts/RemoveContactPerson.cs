using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Accounts;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Accounts;

/// <summary>Removes a contact person that nobody logs in as.</summary>
/// <param name="Number">The account's.</param>
[Requires(Right.ViewAccounts, Right.ManageAccounts)]
public sealed record RemoveContactPerson(string Number, Guid Id) : ICommand
{
    internal sealed class Handler(IAccountRepository accounts, AccountDesk desk) : IRequestHandler<RemoveContactPerson, Unit>
    {
        public async Task<Unit> Handle(RemoveContactPerson request, CancellationToken cancellationToken)
        {
            var account = await desk.FindAsync(request.Number, null, cancellationToken);
            var person = await accounts.FindContactPersonAsync(account, request.Id, cancellationToken) ?? throw new NotFoundException();
            person.EnsureCanBeRemoved();
            account.TellOfContactPerson(AccountEventKinds.ContactPersonRemoved, person.Name, desk.Actor, desk.Now);
            await accounts.RemoveAsync(person, cancellationToken);
            await accounts.SaveAsync(account, cancellationToken);
            await desk.TellAsync(AccountChange.PersonRemoved, account, person, null, cancellationToken);
            return Unit.Value;
        }
    }
}
