using System.Runtime.CompilerServices;
using Connect.Application.Common.Lists;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Lists;

/// <summary>Runs a list's requests: the exact count first, then the one page, by the shape that the count asks for. A list that goes by the day is told it.</summary>
internal sealed class ListSql<TRow>(ListSource source, ListColumns<TRow> columns)
{
    public async Task<ListPage<TRow>> PageAsync(DbSession db, AccountReach reach, ListRequest request, CancellationToken cancellation, DateOnly? today = null, [CallerMemberName] string caller = "")
    {
        var plan = await PlanAsync(db, reach, request, today, cancellation);
        var total = await db.FirstOrDefaultAsync<int>(plan.Count(), plan.Parameters, cancellation, caller);
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + request.Size - 1) / request.Size));
        if (total == 0) return new([], 0, page, request.Size);

        var skip = (page - 1) * request.Size;
        var take = Math.Min(request.Size, total - skip);
        var reverse = skip > total / 2;
        if (reverse) skip = total - skip - take;
        var parameters = new Dictionary<string, object?>(plan.RowParameters) { ["skip"] = skip, ["take"] = take };
        var rows = await db.ListAsync<TRow>(plan.Page(plan.ShouldWalk(total, skip + take), reverse), parameters, cancellation, caller);
        return new(reverse ? [.. rows.Reverse()] : rows, total, page, request.Size);
    }

    /// <summary>Every row that matches, in order, one at a time: for exports of the list as filtered.</summary>
    public async IAsyncEnumerable<TRow> StreamAsync(DbSession db, AccountReach reach, ListRequest request, [EnumeratorCancellation] CancellationToken cancellation, DateOnly? today = null, [CallerMemberName] string caller = "")
    {
        var plan = await PlanAsync(db, reach, request, today, cancellation);
        await foreach (var row in db.StreamAsync<TRow>(plan.Everything(), plan.RowParameters, cancellation, caller)) yield return row;
    }

    /// <summary>How many rows an export of the request has.</summary>
    public async Task<int> CountAsync(DbSession db, AccountReach reach, ListRequest request, CancellationToken cancellation, DateOnly? today = null, [CallerMemberName] string caller = "")
    {
        var plan = await PlanAsync(db, reach, request, today, cancellation);
        return await db.FirstOrDefaultAsync<int>(plan.Count(), plan.Parameters, cancellation, caller);
    }

    private async Task<ListPlan> PlanAsync(DbSession db, AccountReach reach, ListRequest request, DateOnly? today, CancellationToken cancellation)
    {
        var scope = await ListScope.OfAsync(db, reach, request, cancellation);
        return new ListPlan(source, columns, scope.Reach, request, scope.Only, today);
    }
}
