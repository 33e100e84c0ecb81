using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;

namespace Connect.Application.Tests.Reports;

public sealed class DescribeReportTests
{
    [Fact]
    public async Task What_is_asked_for_is_told_without_running_it()
    {
        var scene = new ReportScene();
        var told = await SendAsync(scene, ReportScene.Number);
        told[0].Value.ShouldBe(ReportScene.Number);
        told.ShouldContain(asked => asked.Value.StartsWith("2026-02-01 – 2026-02-28", StringComparison.Ordinal));
        scene.Report.Written.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_there_or_not_allowed_is_refused()
    {
        await Should.ThrowAsync<InvalidInputException>(() => SendAsync(new(), "08-999 99 99"));
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new(Right.RunReports), ReportScene.Number));
    }

    [Fact]
    public void The_form_is_looked_over() => new DescribeReport.Validator().Problems(new DescribeReport()).ShouldBe(["Kind NotEmptyValidator"]);

    private static Task<IReadOnlyList<ExportParameter>> SendAsync(ReportScene scene, string number) =>
        new DescribeReport.Handler(scene.Scope).Handle(new() { Kind = ReportScene.Numbers.Kind, Number = number, Preset = PeriodPreset.LastMonth }, default);
}
