using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

public sealed class RemoveExportTests
{
    private readonly ReportScene _scene = new();

    [Theory]
    [InlineData(ExportState.Done)]
    [InlineData(ExportState.Failed)]
    public async Task What_has_ended_goes(ExportState state)
    {
        var row = _scene.Stored(state);
        _scene.Exports.RemoveAsync(row, Arg.Any<CancellationToken>()).Returns(true);
        await SendAsync(row.Id);
        _scene.Audit.About.ShouldBe(("ReportExport", row.Id));
        _scene.Audit.Before.ShouldBe($"{{ Kind = {row.Kind}, FileName = trafik.xlsx }}");
    }

    [Fact]
    public async Task What_is_still_written_stays() =>
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(_scene.Stored(ExportState.Running).Id))).Code.ShouldBe("ExportOpen");

    [Fact]
    public async Task Somebody_elses_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private Task SendAsync(Guid id) => new RemoveExport.Handler(_scene.Exports, _scene.Audit, _scene.User).Handle(new(id), default);
}
