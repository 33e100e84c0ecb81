using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;

namespace Connect.Application.Tests.Reports;

public sealed class PreviewTrafficTests
{
    private readonly ReportScene _scene = new();

    [Theory]
    [InlineData(CalledNumbers.Masked)]
    [InlineData(CalledNumbers.LeftOut)]
    public async Task The_first_rows_are_shown_without_whole_numbers(CalledNumbers numbers)
    {
        var preview = await SendAsync(new() { Number = ReportScene.Number, CalledNumbers = numbers });
        (preview.Report.CalledNumbers, preview.Sums.Records).ShouldBe((numbers, 50));
    }

    /// <summary>Also for one with the right: whole numbers have a message of their own, whose every showing is audited.</summary>
    [Fact]
    public async Task Whole_numbers_are_not_shown_without_a_trace() =>
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new() { Number = ReportScene.Number, CalledNumbers = CalledNumbers.Shown }));

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new() { SubscriptionId = Guid.CreateVersion7() }));

    [Fact]
    public void The_form_has_the_rules_of_the_export() =>
        new PreviewTraffic.Validator().Problems(new PreviewTraffic { Number = "x", From = new(1999, 1, 1) }).ShouldBe(["Number TrafficNumber", "From TrafficDay"]);

    private Task<TrafficPreview> SendAsync(PreviewTraffic query) => new PreviewTraffic.Handler(_scene.Scope, _scene.Traffic, _scene.User).Handle(query, default);
}
