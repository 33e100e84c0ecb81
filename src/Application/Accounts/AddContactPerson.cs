using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Accounts;

/// <summary>Lägg till kontaktperson: somebody at the customer, found by role.</summary>
/// <param name="Number">The account's.</param>
[Requires(Right.ViewAccounts, Right.ManageAccounts)]
public sealed record AddContactPerson(string Number, string Name, Guid RequestId) : ICommand<Guid>, IOnce, IContactPersonInput
{
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];

    public sealed class Validator : AbstractValidator<AddContactPerson>
    {
        public Validator() => Include(new ContactPersonRules());
    }

    internal sealed class Handler(AccountDesk desk) : IRequestHandler<AddContactPerson, Guid>
    {
        public async Task<Guid> Handle(AddContactPerson request, CancellationToken cancellationToken)
        {
            var account = await desk.FindAsync(request.Number, null, cancellationToken);
            return (await desk.AddPersonAsync(account, request, cancellationToken)).Id;
        }
    }
}
