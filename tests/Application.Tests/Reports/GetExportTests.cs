using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.TestKit;

namespace Connect.Application.Tests.Reports;

public sealed class GetExportTests
{
    private readonly ReportScene _scene = new();

    [Fact]
    public async Task A_finished_export_is_whole_and_kept_for_thirty_days()
    {
        var view = await SendAsync(_scene.Stored().Id);
        (view.State, view.Percent, view.IsOpen, view.ExpiresAt).ShouldBe((ExportState.Done, 100, false, Scene.Now.AddDays(30)));
        view.Parameters.ShouldHaveSingleItem();
    }

    [Fact]
    [Covers("REP-0", "progress")]
    public async Task A_running_one_tells_how_far_it_has_come()
    {
        var view = await SendAsync(_scene.Stored(ExportState.Running).Id);
        (view.Percent, view.IsOpen, view.ExpiresAt).ShouldBe((25, true, null));
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(0, 0L, 0)]
    [InlineData(200, 200L, 99)]
    [InlineData(500, 200L, 99)]
    [InlineData(1, 200L, 0)]
    public void It_is_never_done_before_it_is(long done, long? total, int? percent) => new ExportView
    {
        Id = Guid.Empty, Kind = "", Parameters = [], State = ExportState.Running, RowsDone = done, RowsTotal = total, FileName = "", CreatedAt = Scene.Now,
    }.Percent.ShouldBe(percent);

    [Fact]
    public async Task A_kind_that_a_later_version_has_dropped_is_shown_without_words() =>
        (await SendAsync(_scene.Stored(kind: "dropped").Id)).Parameters.ShouldBeEmpty();

    [Fact]
    public async Task Somebody_elses_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private Task<ExportView> SendAsync(Guid id) => new GetExport.Handler(_scene.Exports, _scene.Kinds, _scene.Options, _scene.User).Handle(new GetExport(id), default);
}
