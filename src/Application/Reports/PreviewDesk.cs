using Connect.Application.Common.Ports;

namespace Connect.Application.Reports;

/// <summary>Previews reports for those who wait at the screen, as long as one waits.</summary>
internal sealed class PreviewDesk(ITimeLimit limit, ReportOptions options)
{
    public async Task<ReportPreview> ShowAsync(IReport report, ReportParameters asked, CancellationToken cancellation) =>
        await limit.WithinAsync(options.PreviewTime, stop => ReportPreview.OfAsync(report, asked, stop), cancellation) ?? ReportPreview.TooLong(report, asked);
}
