using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;

namespace Connect.Application.Views;

/// <summary>Leads to the views that the user has saved: who saved a view keeps it, whoever has it by being shared does not.</summary>
internal sealed class OwnViews(ListDoor lists, ISavedViews views, ICurrentUser user)
{
    /// <exception cref="NotFoundException">There is no such list, or no such view of the user's own.</exception>
    /// <exception cref="ForbiddenException">The user lacks the rights of the list.</exception>
    public async Task<SavedView> FindAsync(string list, Guid id, CancellationToken cancellation)
    {
        lists.Open(list);
        var known = await views.ListAsync(user.Reach.OrganisationId, user.Id, list, cancellation);
        return known.FirstOrDefault(view => view.Id == id && view.IsOwn) ?? throw new NotFoundException();
    }
}
