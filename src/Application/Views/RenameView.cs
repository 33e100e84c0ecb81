using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Views;

/// <summary>
/// LIST 7: gives one of the user's own views another name; everyone who has it has it by that name. Failures: <c>ViewNameTaken</c>: unlike a view
/// that is saved, one that is renamed never takes another's place.
/// </summary>
/// <param name="List">The list's name.</param>
[Requires, ByToken]
public sealed record RenameView(string List, Guid Id, string Name) : ICommand
{
    public sealed class Validator : AbstractValidator<RenameView>
    {
        public Validator() => RuleFor(c => c.Name).ViewName();
    }

    internal sealed class Handler(OwnViews own, ISavedViews views, IAudit audit) : IRequestHandler<RenameView, Unit>
    {
        public async Task<Unit> Handle(RenameView command, CancellationToken cancellation)
        {
            var (view, name) = (await own.FindAsync(command.List, command.Id, cancellation), command.Name.Trim());
            if (!await views.RenameAsync(view.Id, name, cancellation)) throw new DomainRuleException("ViewNameTaken", nameof(Name), name);
            audit.Change(new { command.List, view.Name }, new { command.List, Name = name });
            return Unit.Value;
        }
    }
}
