using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Domain.Users;

namespace Connect.Application.Tests.Reports;

public sealed class GetListExportTests
{
    [Fact]
    public async Task It_tells_what_would_be_exported()
    {
        var view = await SendAsync(new ReportScene(), new("services", "f.name=~a&unknown=1&page=1"));
        (view.Title, view.Query).ShouldBe(("Tjänster", "?f.name=~a"));
        view.Parameters.ShouldHaveSingleItem().Value.ShouldContain("f.name=~a");
    }

    [Fact]
    public async Task What_is_no_list_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(new ReportScene(), new("secrets", null)));

    [Fact]
    public async Task It_wants_the_rights_of_the_list() => await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new ReportScene(Right.RunReports), new("services", null)));

    private static Task<ListExportView> SendAsync(ReportScene scene, GetListExport query) => new GetListExport.Handler(scene.Kinds, scene.User).Handle(query, default);
}
