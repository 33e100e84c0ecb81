using Connect.Application.Tests.Common;
using Connect.Application.Tests.Reports;
using Connect.Application.Views;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Views;

/// <summary>A user with a view of her own of the services list, and one that a colleague shares.</summary>
internal sealed class ViewScene
{
    private readonly ReportScene _reports;

    public ViewScene(params Right[] rights)
    {
        _reports = new(rights);
        Views.ListAsync(Scene.Reach.OrganisationId, _reports.User.Identity!.Id, "services", Arg.Any<CancellationToken>()).Returns([Own, Shared]);
        Views.SaveAsync(Arg.Do<NewView>(Saved.Add), Arg.Any<CancellationToken>()).Returns(true);
        Views.RenameAsync(Own.Id, Arg.Is<string>(name => name != "Tagen"), Arg.Any<CancellationToken>()).Returns(true);
    }

    public ISavedViews Views { get; } = Substitute.For<ISavedViews>();
    public SavedView Own { get; } = new() { Id = Guid.CreateVersion7(), Name = "Norr", Query = "?f.account=~norr", IsShared = false, IsOwn = true, IsStart = true, Owner = "Anna Ek" };
    public SavedView Shared { get; } = new() { Id = Guid.CreateVersion7(), Name = "Dyra", Query = "?sort=-price", IsShared = true, IsOwn = false, IsStart = false, Owner = "Bo Ek" };
    public List<NewView> Saved { get; } = [];
    public Scene.Audit Audit => _reports.Audit;
    public Connect.Application.Common.Security.CurrentUser User => _reports.User;
    public ListDoor Lists => new(_reports.Kinds, _reports.User);
    public OwnViews OwnOnes => new(Lists, Views, User);
}
