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
        SELECT r.JobId, r.State, COUNT(*) AS Amount, COALESCE(SUM(r.PriceBefore), 0) AS PriceBefore, COALESCE(SUM(r.PriceAfter), 0) AS PriceAfter, COALESCE(SUM(r.CostAfter), 0) AS CostAfter
        FROM BulkRow r WHERE r.JobId IN @ids GROUP BY r.JobId, r.State
        """;

    public async Task<BulkJob> RequireAsync(Guid id, CancellationToken cancellation) => await jobs.FindAsync(user.Reach, user.Id, id, cancellation) ?? throw new NotFoundException();

    public Task<IReadOnlyList<BulkJob>> ListAsync(CancellationToken cancellation) => jobs.ListAsync(user.Reach, user.Id, ListBulkJobs.Most, cancellation);

    public async Task<BulkJobView> ViewAsync(BulkJob job, CancellationToken cancellation) => (await ViewsAsync([job], cancellation))[0];

    /// <summary>In the order of the jobs, with as many statements for a hundred as for one.</summary>
    public async Task<IReadOnlyList<BulkJobView>> ViewsAsync(IReadOnlyList<BulkJob> jobs, CancellationToken cancellation)
    {
        if (jobs.Count == 0) return [];
        var sums = (await db.ListAsync<SumRow>(SelectSums, new { ids = jobs.Select(job => job.Id).ToArray() }, cancellation)).ToLookup(sum => sum.JobId, sum => sum.Sum);
        var names = jobs.Any(job => job.Kind == BulkKind.Change) ? await NamesAsync(cancellation) : [];
        return [.. jobs.Select(job => View(job, [.. sums[job.Id]], names))];
    }

    private static BulkJobView View(BulkJob job, IReadOnlyList<BulkSum> sums, Dictionary<Guid, string> names)
    {
        var wish = JsonSerializer.Deserialize<BulkWish>(job.Wish, JsonSerializerOptions.Web)!;
        return new()
        {
            Id = job.Id, Wish = wish, Action = BulkWords.Action(wish.Kind), Wished = BulkWords.Wished(wish, names), State = job.State, CancelRequested = job.CancelRequested,
            FileName = job.FileName, Rows = job.RowsTotal, Sums = sums, CreatedAt = job.CreatedAt, ConfirmedAt = job.ConfirmedAt, EndedAt = job.EndedAt,
        };
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(CancellationToken cancellation)
    {
        var catalogue = await plans.CatalogueAsync(cancellation);
        return catalogue.Packages.Select(package => (package.Id, package.Name)).Concat(catalogue.PriceLists.Select(list => (list.Id, list.Name))).DistinctBy(part => part.Id).ToDictionary(part => part.Id, part => part.Name);
    }

    private sealed record SumRow
    {
        public Guid JobId { get; init; }
        public int State { get; init; }
        public int Amount { get; init; }
        public long PriceBefore { get; init; }
        public long PriceAfter { get; init; }
        public long CostAfter { get; init; }
        public BulkSum Sum => new((BulkRowState)State, Amount, new(PriceBefore), new(PriceAfter), new(CostAfter));
    }
}
