using System.Runtime.CompilerServices;
using Connect.Application.Common.Lists;
using Connect.Domain.Users;

namespace Connect.Infrastructure.Persistence.Lists;

/// <summary>Runs a list's requests: the exact count first, then the one page, by the shape that the count asks for.</summary>
internal sealed class ListSql<TRow>(ListSource source, ListColumns<TRow> columns)
{
    public async Task<ListPage<TRow>> PageAsync(DbSession db, AccountReach reach, ListRequest request, CancellationToken cancellation, [CallerMemberName] string caller = "")
    {
        var plan = new ListPlan(source, columns, reach, request);
        var total = await db.FirstOrDefaultAsync<int>(plan.Count(), plan.Parameters, cancellation, caller);
        var page = Math.Clamp(request.Page, 1, Math.Max(1, (total + request.Size - 1) / request.Size));
        if (total == 0) return new([], 0, page, request.Size);

        var skip = (page - 1) * request.Size;
        var take = Math.Min(request.Size, total - skip);
        var reverse = skip > total / 2;
        if (reverse) skip = total - skip - take;
        (plan.Parameters["skip"], plan.Parameters["take"]) = (skip, take);
        var rows = await db.ListAsync<TRow>(plan.Page(plan.ShouldWalk(total, skip + take), reverse), plan.Parameters, cancellation, caller);
        return new(reverse ? [.. rows.Reverse()] : rows, total, page, request.Size);
    }

    /// <summary>Every row that matches, in order, one at a time: for exports of the list as filtered.</summary>
    public IAsyncEnumerable<TRow> StreamAsync(DbSession db, AccountReach reach, ListRequest request, CancellationToken cancellation, [CallerMemberName] string caller = "")
    {
        var plan = new ListPlan(source, columns, reach, request);
        return db.StreamAsync<TRow>(plan.Everything(), plan.Parameters, cancellation, caller);
    }

    /// <summary>How many rows an export of the request has.</summary>
    public Task<int> CountAsync(DbSession db, AccountReach reach, ListRequest request, CancellationToken cancellation, [CallerMemberName] string caller = "")
    {
        var plan = new ListPlan(source, columns, reach, request);
        return db.FirstOrDefaultAsync<int>(plan.Count(), plan.Parameters, cancellation, caller);
    }
}
