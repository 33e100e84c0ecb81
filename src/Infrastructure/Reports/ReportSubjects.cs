using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Reports.Traffic;

namespace Connect.Infrastructure.Reports;

internal sealed class ReportSubjects(DbSession db) : IReportSubjects
{
    private const string Services = $"SELECT s.Id, {ServiceSql.Named} FROM Subscription s WHERE {ServiceSql.HasTraffic}";

    private static readonly Stmt SelectByNumber = $"{Services} AND (s.PhoneNumber = @number OR s.FixedNumber = @number) ORDER BY s.StartsOn, s.Seq";
    private static readonly Stmt SelectById = $"{Services} AND s.Id = @id";

    private static readonly Stmt SelectAccount = """
        SELECT a.Id, a.Number, a.DisplayName AS Name FROM Account a
        WHERE a.Number = @number AND a.OrganisationId = @organisationId
            AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id)
        """;

    private static readonly Stmt SelectInvoice = """
        SELECT i.Number FROM Invoice i
        WHERE i.Number = @number AND i.OrganisationId = @organisationId
            AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = i.AccountId)
        """;

    // The end of the index for each account: not one of the millions of records between is read.
    internal static readonly Stmt SelectInvoiced = """
        SELECT MAX(i.LastAt) AS LastAt
        FROM (
            SELECT (SELECT MAX(u.At) FROM UsageRecord u WHERE u.AccountSeq = a.Seq AND u.InvoiceNumber IS NOT NULL) AS LastAt
            FROM Account a
            WHERE a.OrganisationId = @organisationId AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = a.Id)
        ) i
        """;

    public async Task<ReportAccount?> FindAccountAsync(AccountReach reach, string number, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<AccountRow>(SelectAccount, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, number }, cancellation) is { } row ? new(row.Id, row.Number, row.Name) : null;

    public async Task<IReadOnlyList<ReportService>> FindByNumberAsync(AccountReach reach, PhoneNumber number, CancellationToken cancellation) =>
        [.. (await db.ListAsync<ServiceRow>(SelectByNumber, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, isRoot = reach.IsRoot, number = number.E164 }, cancellation)).Select(row => row.Service)];

    public async Task<ReportService?> FindServiceAsync(AccountReach reach, Guid subscriptionId, CancellationToken cancellation) =>
        (await db.FirstOrDefaultAsync<ServiceRow>(SelectById, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, isRoot = reach.IsRoot, id = subscriptionId }, cancellation))?.Service;

    public Task<string?> FindInvoiceAsync(AccountReach reach, string number, CancellationToken cancellation) =>
        db.FirstOrDefaultAsync<string>(SelectInvoice, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, number }, cancellation);

    public async Task<DateOnly?> InvoicedUntilAsync(AccountReach reach, CancellationToken cancellation) =>
        (await db.FirstOrDefaultAsync<InvoicedRow>(SelectInvoiced, new { organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation))?.LastAt is { } last ? StockholmTime.DayOf(last) : null;

    private sealed record InvoicedRow
    {
        public DateTimeOffset? LastAt { get; init; }
    }

    private sealed record AccountRow
    {
        public Guid Id { get; init; }
        public string Number { get; init; } = "";
        public string Name { get; init; } = "";
    }

    private sealed record ServiceRow
    {
        public Guid Id { get; init; }
        public string? Number { get; init; }
        public string? UserName { get; init; }
        public ReportService Service => new(Id, Number, UserName);
    }
}
