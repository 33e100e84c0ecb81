using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Accounts;

/// <summary>Redigera alias: what the tree shows in place of the name. Made if there was none; empty takes it away.</summary>
/// <param name="Version">As it was shown; null when it does not matter.</param>
[Requires(Right.ViewAccounts, Right.ManageAccounts)]
public sealed record EditAccountAlias(string Number, string? Alias, int? Version = null) : ICommand
{
    public sealed class Validator : AbstractValidator<EditAccountAlias>
    {
        public Validator() => RuleFor(command => command.Alias).Line(AccountRules.Name);
    }

    internal sealed class Handler(AccountDesk desk) : IRequestHandler<EditAccountAlias, Unit>
    {
        public async Task<Unit> Handle(EditAccountAlias request, CancellationToken cancellationToken)
        {
            var account = await desk.FindAsync(request.Number, request.Version, cancellationToken);
            var before = account.Data;
            account.EditAlias(AccountRules.Clean(request.Alias), desk.Actor, desk.Now);
            await desk.SaveAsync(account, before, AccountChange.Alias, data => new { data.Alias }, cancellationToken);
            return Unit.Value;
        }
    }
}
