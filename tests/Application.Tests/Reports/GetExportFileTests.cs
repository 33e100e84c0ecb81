using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

public sealed class GetExportFileTests
{
    private readonly IFileStore _files = Substitute.For<IFileStore>();
    private readonly Stream _content = Stream.Null;

    public GetExportFileTests() => _files.OpenAsync("exports/1.xlsx", Arg.Any<CancellationToken>()).Returns(_content);

    [Fact]
    public async Task A_finished_export_is_handed_out_and_it_is_told()
    {
        var scene = new ReportScene();
        var row = scene.Stored();
        var file = await SendAsync(scene, row.Id);
        (file.Name, file.Content).ShouldBe(("trafik.xlsx", _content));
        scene.Audit.About.ShouldBe(("ReportExport", row.Id));
    }

    [Fact]
    public async Task The_audit_log_tells_whose_called_numbers_were_fetched()
    {
        var scene = new ReportScene();
        var row = scene.Stored(parameters: new() { SubscriptionIds = [scene.Service.Id], CalledNumbers = CalledNumbers.Shown });
        await new GetExportFile.Handler(scene.Exports, scene.ReportKinds, _files, scene.Audit, scene.User).Handle(new GetExportFile(row.Id), default);
        scene.Audit.About.ShouldBe(("Subscription", scene.Service.Id));
        scene.Audit.After!.ShouldContain("CalledNumbers = Shown");
        scene.Audit.After!.ShouldContain("FileName = trafik.xlsx");
    }

    [Theory]
    [InlineData(ExportState.Waiting)]
    [InlineData(ExportState.Running)]
    [InlineData(ExportState.Failed)]
    [InlineData(ExportState.Cancelled)]
    public async Task One_that_is_not_finished_has_no_file(ExportState state)
    {
        var scene = new ReportScene();
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(scene, scene.Stored(state).Id));
    }

    [Fact]
    public async Task A_lost_right_closes_what_was_exported_with_it()
    {
        var scene = new ReportScene(Right.RunReports);
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(scene, scene.Stored().Id));
        _files.ReceivedCalls().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_kind_that_a_later_version_has_dropped_is_not_there()
    {
        var scene = new ReportScene();
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(scene, scene.Stored(kind: "dropped").Id));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_not_there()
    {
        _files.OpenAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns((Stream?)null);
        var scene = new ReportScene();
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(scene, scene.Stored().Id));
    }

    [Fact]
    public async Task Somebody_elses_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(new ReportScene(), Guid.CreateVersion7()));

    private Task<ExportFile> SendAsync(ReportScene scene, Guid id) =>
        new GetExportFile.Handler(scene.Exports, scene.Kinds, _files, scene.Audit, scene.User).Handle(new GetExportFile(id), default);
}
