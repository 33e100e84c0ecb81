using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Views;

/// <summary>LIST 7: the named views of a list, the user's own and those shared in the organisation. Wants the rights of the list.</summary>
/// <param name="List">The list's name: <c>services</c>.</param>
[Requires, ByToken]
public sealed record ListSavedViews(string List) : IQuery<IReadOnlyList<SavedView>>
{
    internal sealed class Handler(ListDoor lists, ISavedViews views, ICurrentUser user) : IRequestHandler<ListSavedViews, IReadOnlyList<SavedView>>
    {
        public Task<IReadOnlyList<SavedView>> Handle(ListSavedViews query, CancellationToken cancellation)
        {
            lists.Open(query.List);
            return views.ListAsync(user.Reach.OrganisationId, user.Id, query.List, cancellation);
        }
    }
}
