using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.Domain.Users;

namespace Connect.Application.Tests.Reports;

public sealed class ShowCalledNumbersTests
{
    [Fact]
    public async Task Whole_numbers_are_shown_and_it_is_told_of_whom_and_when()
    {
        var scene = new ReportScene();
        var preview = await SendAsync(scene);
        preview.Report.CalledNumbers.ShouldBe(CalledNumbers.Shown);
        scene.Audit.About.ShouldBe(("Subscription", scene.Service.Id));
        scene.Audit.After.ShouldBe($"{{ Kind = numbers, From = {preview.Report.From}, To = {preview.Report.To}, Account = , Invoice = , CalledNumbers = Shown, FileName = , KeptReport =  }}");
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "PreviewTooLong")]
    public async Task What_was_stopped_is_not_told_as_shown(bool isOver, string? failure)
    {
        var scene = new ReportScene();
        scene.Limit.IsOver = isOver;
        await SendAsync(scene);
        scene.Audit.Failure.ShouldBe(failure);
    }

    [Fact]
    public async Task Without_the_right_they_are_not() =>
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new ReportScene(Right.RunReports, Right.ViewSubscriptions)));

    [Fact]
    public void The_form_has_the_rules_of_the_export() =>
        new ShowCalledNumbers.Validator().Problems(new ShowCalledNumbers()).ShouldBe(["Kind NotEmptyValidator"]);

    private static Task<ReportPreview> SendAsync(ReportScene scene) =>
        new ShowCalledNumbers.Handler(scene.Scope, scene.Previews, scene.Audit).Handle(new() { Kind = ReportScene.Numbers.Kind, Number = ReportScene.Number }, default);
}
