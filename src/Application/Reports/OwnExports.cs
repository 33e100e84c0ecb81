using Connect.Application.Common.Security;

namespace Connect.Application.Reports;

/// <summary>The user's own exports as they are shown, newest first.</summary>
internal sealed class OwnExports(IReportExports exports, ExportKinds kinds, ReportOptions options, ICurrentUser user)
{
    public async Task<IReadOnlyList<ExportView>> ListAsync(CancellationToken cancellation) =>
        [.. (await exports.ListAsync(user.Reach, user.Id, cancellation)).Select(row => ExportView.Of(row, kinds, options))];
}
