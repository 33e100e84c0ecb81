using Connect.Application.Messages;
using Connect.Application.Reports;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Reports;

/// <summary>Tells the owner of a report that came by itself where it lies, or why it did not come. A link, not the file: it wants the rights of whoever opens it.</summary>
internal sealed class KeptReportMail(DbSession db, IMessages messages, MessageTexts texts)
{
    private static readonly Stmt SelectReader = """
        SELECT x.FileName, k.Name AS ReportName, x.State, x.Reason, u.Id AS UserId, u.OrganisationId, p.Name, u.Email, x.Language
        FROM ReportExport x
        JOIN KeptReport k ON k.Id = x.KeptReportId
        JOIN PortalUser u ON u.Id = x.UserId
        JOIN ContactPerson p ON p.Id = u.ContactPersonId
        WHERE x.Id = @exportId AND x.State IN (3, 4) AND u.IsActive = 1
        """;

    /// <summary>In the transaction that ends the export. Of one that somebody asked for, stopped, or has forgotten since, nothing is told.</summary>
    public async Task SendAsync(Guid exportId, CancellationToken cancellation)
    {
        if (await db.FirstOrDefaultAsync<EndedReport>(SelectReader, new { exportId }, cancellation) is not { } ended) return;
        var (subject, text) = texts.ReportCame(new() { UserId = ended.UserId, OrganisationId = ended.OrganisationId, Name = ended.Name, Email = ended.Email, Language = ended.Language },
            ended.ReportName, ended.FileName, ended.State == ExportState.Done ? null : ended.Reason);
        await messages.MailAsync(new Mail { To = ended.Email, Subject = subject, Text = text, OrganisationId = ended.OrganisationId, UserId = ended.UserId }, cancellation);
    }

    private sealed record EndedReport
    {
        public string FileName { get; init; } = "";
        public string ReportName { get; init; } = "";
        public ExportState State { get; init; }
        public string? Reason { get; init; }
        public Guid UserId { get; init; }
        public Guid OrganisationId { get; init; }
        public string Name { get; init; } = "";
        public string Email { get; init; } = "";
        public string Language { get; init; } = "";
    }
}
