using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

public sealed class CancelExportTests
{
    private readonly ReportScene _scene = new();

    [Fact]
    public async Task An_open_export_is_stopped_and_its_work_taken_back()
    {
        var row = _scene.Stored(ExportState.Waiting);
        _scene.Exports.CancelAsync(row.Id, Scene.Now, Arg.Any<CancellationToken>()).Returns(true);
        await SendAsync(row.Id);
        await _scene.Queue.Received(1).CancelAsync(ExportKinds.WorkKind, row.Id, Arg.Any<CancellationToken>());
        _scene.Audit.About.ShouldBe(("ReportExport", row.Id));
    }

    [Fact]
    public async Task One_that_has_ended_cannot_be_stopped() =>
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(_scene.Stored().Id))).Code.ShouldBe("ExportEnded");

    [Fact]
    public async Task Somebody_elses_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private Task SendAsync(Guid id) => new CancelExport.Handler(_scene.Exports, _scene.Queue, _scene.Audit, _scene.User, Scene.Clock()).Handle(new CancelExport(id), default);
}
