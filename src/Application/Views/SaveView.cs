using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Domain.Common;
using FluentValidation;
using MediatR;

namespace Connect.Application.Views;

/// <summary>
/// LIST 7: names a view of a list. Wants the rights of the list.
/// Failures: <c>ListColumnUnknown</c> and the other problems of a list's query, <c>ViewTooLong</c>, <c>ViewsTooMany</c>, <c>ViewNameUsed</c>.
/// </summary>
/// <param name="List">The list's name: <c>services</c>.</param>
/// <param name="Query">Its query string; which page is shown is no part of a view.</param>
/// <param name="IsShared">Everyone in the organisation who sees the list has it.</param>
/// <param name="IsStart">The user's list opens with it from now on.</param>
/// <param name="Replaces">The user's view of that name, if there is one, becomes this one.</param>
[Requires, ByToken]
public sealed record SaveView(string List, string Name, string? Query, bool IsShared, bool IsStart, bool Replaces = false) : ICommand<NamedView>
{
    /// <summary>Views of one list that one user can have.</summary>
    public const int Most = 30;

    /// <summary>Signs of its query as it is kept: what is not of ASCII is three to nine times as long there.</summary>
    public const int Longest = 4000;

    public sealed class Validator : AbstractValidator<SaveView>
    {
        public Validator()
        {
            RuleFor(c => c.List).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Name).ViewName();
            RuleFor(c => c.Query).MaximumLength(Longest);
        }
    }

    internal sealed class Handler(ListDoor lists, ISavedViews views, ICurrentUser user, IAudit audit, TimeProvider clock) : IRequestHandler<SaveView, NamedView>
    {
        public async Task<NamedView> Handle(SaveView command, CancellationToken cancellation)
        {
            var columns = lists.Open(command.List).Columns;
            var query = (new ListExportParameters(command.Query ?? "").Request(columns).OrThrow() with { Page = 1, Within = null }).ToQueryString();
            if (query.Length > Longest) throw new InvalidInputException(nameof(command.Query), "ViewTooLong");
            var name = command.Name.Trim();
            var own = (await views.ListAsync(user.Reach.OrganisationId, user.Id, command.List, cancellation)).Where(view => view.IsOwn).ToList();
            var before = own.Find(view => string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase));
            if (before is not null && !command.Replaces) throw NameUsed(name);
            if (before is null && own.Count >= Most) throw new DomainRuleException("ViewsTooMany", null, Most);
            var id = before?.Id ?? Guid.CreateVersion7();
            if (!await views.SaveAsync(New(id, command, name, query), cancellation)) throw NameUsed(name);
            if (command.IsStart || before is { IsStart: true }) await views.StartWithAsync(user.Id, command.List, command.IsStart ? id : null, cancellation);
            audit.Change(before is null ? null : new { before.Name, before.Query, before.IsShared }, new { command.List, Name = name, Query = query, command.IsShared });
            return new(id, query);
        }

        private NewView New(Guid id, SaveView command, string name, string query) => new()
        {
            Id = id, OrganisationId = user.Reach.OrganisationId, UserId = user.Id, List = command.List, Name = name, Query = query, IsShared = command.IsShared, At = clock.GetUtcNow(),
        };

        private static DomainRuleException NameUsed(string name) => new("ViewNameUsed", nameof(Name), name);
    }
}

/// <param name="Query">The list's query string as it was saved.</param>
public sealed record NamedView(Guid Id, string Query);
