using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

[Covers("LIST-7", "a list is ordered to Excel as filtered")]
public sealed class ExportListTests
{
    private readonly ReportScene _scene = new();

    [Fact]
    public async Task The_list_is_ordered_as_filtered_and_sorted_from_its_first_page()
    {
        var id = await SendAsync(new("services", "?f.name=~åke&sort=-price&page=7", Guid.CreateVersion7()));
        var ordered = _scene.Ordered.ShouldHaveSingleItem();
        (ordered.Id, ordered.Kind, ordered.FileName).ShouldBe((id, "list.services", "Tjänster 2026-03-10.xlsx"));
        Uri.UnescapeDataString(ReportScene.Query(ordered)).ShouldBe("?sort=-price&f.name=~åke");
        _scene.Enqueued.ShouldHaveSingleItem().ShouldBe(new NewWork(ExportKinds.WorkKind, id));
    }

    [Fact]
    [Covers("USR-3", "what a list's file held")]
    public async Task The_audit_log_tells_filter_and_columns()
    {
        await SendAsync(new("services", "?f.name=~åke&columns=name,phone", Guid.CreateVersion7()));
        _scene.Audit.After.ShouldNotBeNull().ShouldMatch("List = services, Filter = .*, Columns = Användare, Telefonnummer");
    }

    [Fact]
    public async Task A_list_without_a_query_is_ordered_as_it_is_shown() =>
        (await SendAsync(new("services", null, Guid.CreateVersion7()))).ShouldBe(_scene.Ordered.ShouldHaveSingleItem().Id);

    [Theory]
    [InlineData("secrets")]
    [InlineData("traffic")]
    public async Task What_is_no_list_is_not_there(string list) => await Should.ThrowAsync<NotFoundException>(() => SendAsync(new(list, null, Guid.CreateVersion7())));

    [Fact]
    public async Task A_filter_that_is_not_understood_is_refused_and_not_passed_over()
    {
        var refused = await Should.ThrowAsync<InvalidInputException>(() => SendAsync(new("services", "f.secret=1", Guid.CreateVersion7())));
        (refused.Problems[0].Field, refused.Problems[0].Code).ShouldBe(("f.secret", "ListColumnUnknown"));
        _scene.Ordered.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_wants_the_rights_of_the_list()
    {
        var scene = new ReportScene(Right.RunReports);
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new("services", null, Guid.CreateVersion7()), scene));
        scene.Ordered.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_user_has_three_at_a_time()
    {
        _scene.Exports.CountOpenAsync(_scene.User.Identity!.Id, Arg.Any<CancellationToken>()).Returns((3, 3));
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new("services", null, Guid.CreateVersion7())));
        (refused.Code, refused.Arguments[0]).ShouldBe(("ExportsTooMany", 3));
    }

    [Fact]
    public void List_and_query_have_their_length()
    {
        Problems("services", null).ShouldBeEmpty();
        Problems("", new('x', 2001)).ShouldBe(["List NotEmptyValidator", "Query MaximumLengthValidator"]);
        Problems(new('x', 41), "").ShouldBe(["List MaximumLengthValidator"]);
    }

    private static IEnumerable<string> Problems(string list, string? query) => new ExportList.Validator().Problems(new ExportList(list, query, Guid.CreateVersion7()));

    private Task<Guid> SendAsync(ExportList command, ReportScene? scene = null)
    {
        scene ??= _scene;
        return new ExportList.Handler(scene.Desk, scene.Kinds, scene.Audit, Scene.Clock()).Handle(command, default);
    }
}
