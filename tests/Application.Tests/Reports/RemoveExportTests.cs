using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

public sealed class RemoveExportTests
{
    private readonly ReportScene _scene = new();
    private readonly IFileStore _files = Substitute.For<IFileStore>();

    [Theory]
    [InlineData(ExportState.Done, 1)]
    [InlineData(ExportState.Failed, 0)]
    public async Task What_has_ended_goes_with_its_file(ExportState state, int files)
    {
        var row = _scene.Stored(state);
        _scene.Exports.RemoveAsync(row.Id, Arg.Any<CancellationToken>()).Returns(true);
        await SendAsync(row.Id);
        await _files.Received(files).DeleteAsync("exports/1.xlsx", Arg.Any<CancellationToken>());
        _scene.Audit.About.ShouldBe(("ReportExport", row.Id));
        _scene.Audit.Before.ShouldBe($"{{ Kind = {row.Kind}, FileName = trafik.xlsx }}");
    }

    [Fact]
    public async Task What_is_still_written_stays()
    {
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(_scene.Stored(ExportState.Running).Id))).Code.ShouldBe("ExportOpen");
        await _files.DidNotReceiveWithAnyArgs().DeleteAsync(default!, default);
    }

    [Fact]
    public async Task Somebody_elses_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private Task SendAsync(Guid id) => new RemoveExport.Handler(_scene.Exports, _files, _scene.Audit, _scene.User).Handle(new(id), default);
}
