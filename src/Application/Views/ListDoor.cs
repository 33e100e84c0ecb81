using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Reports;

namespace Connect.Application.Views;

/// <summary>Leads to the lists that the user may see.</summary>
internal sealed class ListDoor(ExportKinds kinds, ICurrentUser user)
{
    /// <exception cref="NotFoundException">There is no such list.</exception>
    /// <exception cref="ForbiddenException">The user lacks the rights of the list.</exception>
    public IListExport Open(string list)
    {
        if (kinds.Find(IListExport.KindOf(list)) is not IListExport known) throw new NotFoundException();
        return known.RightsFor("{}").All(user.Has) ? known : throw new ForbiddenException();
    }
}
