using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Subscriptions.Bulk;

namespace Connect.Infrastructure.Subscriptions.Bulk;

/// <summary>Reads jobs and their rows as their owner sees them.</summary>
internal sealed class BulkReading(DbSession db, BulkJobs jobs, IServicePlans plans, ICurrentUser user)
{
    private static readonly Stmt SelectSums = """
        SELECT r.State, COUNT(*) AS Amount, COALESCE(SUM(r.PriceBefore), 0) AS PriceBefore, COALESCE(SUM(r.PriceAfter), 0) AS PriceAfter, COALESCE(SUM(r.CostAfter), 0) AS CostAfter
        FROM BulkRow r WHERE r.JobId = @id GROUP BY r.State
        """;

    public async Task<BulkJob> RequireAsync(Guid id, CancellationToken cancellation) => await jobs.FindAsync(user.Reach, user.Id, id, cancellation) ?? throw new NotFoundException();

    public Task<IReadOnlyList<BulkJob>> ListAsync(CancellationToken cancellation) => jobs.ListAsync(user.Reach, user.Id, ListBulkJobs.Most, cancellation);

    public async Task<IReadOnlyList<BulkSum>> SumsAsync(Guid id, CancellationToken cancellation) =>
        [.. (await db.ListAsync<SumRow>(SelectSums, new { id }, cancellation)).Select(sum => new BulkSum((BulkRowState)sum.State, sum.Amount, new(sum.PriceBefore), new(sum.PriceAfter), new(sum.CostAfter)))];

    public async Task<BulkJobView> ViewAsync(BulkJob job, CancellationToken cancellation)
    {
        var wish = JsonSerializer.Deserialize<BulkWish>(job.Wish, JsonSerializerOptions.Web)!;
        return new()
        {
            Id = job.Id, Wish = wish, Action = BulkWords.Action(wish.Kind), Wished = BulkWords.Wished(wish, await NamesAsync(wish, cancellation)), State = job.State, CancelRequested = job.CancelRequested,
            FileName = job.FileName, Rows = job.RowsTotal, Sums = await SumsAsync(job.Id, cancellation), CreatedAt = job.CreatedAt, ConfirmedAt = job.ConfirmedAt, EndedAt = job.EndedAt,
        };
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(BulkWish wish, CancellationToken cancellation)
    {
        if (wish.Kind != BulkKind.Change) return [];
        var catalogue = await plans.CatalogueAsync(cancellation);
        return catalogue.Packages.Select(package => (package.Id, package.Name)).Concat(catalogue.PriceLists.Select(list => (list.Id, list.Name))).DistinctBy(part => part.Id).ToDictionary(part => part.Id, part => part.Name);
    }

    private sealed record SumRow
    {
        public int State { get; init; }
        public int Amount { get; init; }
        public long PriceBefore { get; init; }
        public long PriceAfter { get; init; }
        public long CostAfter { get; init; }
    }
}
