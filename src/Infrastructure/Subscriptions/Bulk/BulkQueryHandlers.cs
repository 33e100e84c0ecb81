using System.Text.Json;
using Connect.Application.Common.Lists;
using Connect.Application.Subscriptions.Bulk;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Subscriptions.Bulk;

internal sealed class GetBulkJobHandler(BulkReading reading) : IRequestHandler<GetBulkJob, BulkJobView>
{
    public async Task<BulkJobView> Handle(GetBulkJob request, CancellationToken cancellationToken) =>
        await reading.ViewAsync(await reading.RequireAsync(request.Id, cancellationToken), cancellationToken);
}

internal sealed class ListBulkJobsHandler(BulkReading reading) : IRequestHandler<ListBulkJobs, IReadOnlyList<BulkJobView>>
{
    public async Task<IReadOnlyList<BulkJobView>> Handle(ListBulkJobs request, CancellationToken cancellationToken) =>
        await reading.ViewsAsync(await reading.ListAsync(cancellationToken), cancellationToken);
}

internal sealed class ListBulkRowsHandler(BulkReading reading, DbSession db) : IRequestHandler<ListBulkRows, ListPage<BulkRowView>>
{
    private static readonly Stmt SelectRows = Stmt.Page("""
        SELECT r.No, r.SubscriptionId, r.Given, r.UserName, r.PhoneNumber, r.State, r.Outcome, r.Problem FROM BulkRow r WHERE r.JobId = @id AND (@state IS NULL OR r.State = @state) ORDER BY r.No
        """);

    private static readonly Stmt CountRows = "SELECT COUNT(*) FROM BulkRow r WHERE r.JobId = @id AND r.State = @state";

    public async Task<ListPage<BulkRowView>> Handle(ListBulkRows request, CancellationToken cancellationToken)
    {
        var job = await reading.RequireAsync(request.Id, cancellationToken);
        var total = request.State is null ? job.RowsTotal : await db.FirstOrDefaultAsync<int>(CountRows, new { id = job.Id, state = (int)request.State }, cancellationToken);
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + ListBulkRows.PageSize - 1) / ListBulkRows.PageSize));
        var rows = await db.ListAsync<StoredBulkRow>(SelectRows, new { id = job.Id, state = (int?)request.State, skip = (page - 1) * ListBulkRows.PageSize, take = ListBulkRows.PageSize }, cancellationToken);
        return new([.. rows.Select(row => row.View())], total, page, ListBulkRows.PageSize);
    }
}

/// <summary>A row as it stands in the database.</summary>
internal sealed record StoredBulkRow
{
    public int No { get; init; }
    public Guid? SubscriptionId { get; init; }
    public string? Given { get; init; }
    public string? UserName { get; init; }
    public string? PhoneNumber { get; init; }
    public BulkRowState State { get; init; }
    public string? Outcome { get; init; }
    public string? Problem { get; init; }

    public BulkRowView View()
    {
        var outcome = Outcome is null ? null : JsonSerializer.Deserialize<BulkOutcome>(Outcome, JsonSerializerOptions.Web);
        var problem = Problem is null ? null : JsonSerializer.Deserialize<BulkProblem>(Problem, JsonSerializerOptions.Web);
        return new()
        {
            No = No, SubscriptionId = SubscriptionId, Given = Given, UserName = UserName, PhoneNumber = PhoneNumber, State = State, Outcome = outcome, Problem = problem?.Code,
            Text = problem is not null ? BulkWords.Problem(problem) : outcome is null ? "" : BulkWords.Outcome(outcome),
        };
    }
}
