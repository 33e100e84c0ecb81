using Connect.Application.Common.Ports;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Search;

/// <summary>Takes into the index what it lacks: all of it after an upgrade that brings the index, else nothing.</summary>
internal sealed class SearchIndexCare(DbSession db, SearchIndex index, IEnumerable<ISearchSubject> subjects) : IRecurringWork
{
    // So many that the write lock is held for well under 100 ms.
    private const int AtOnce = 100;

    public string Name => "search-index";
    public TimeOnly At => new(2, 50);

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var subject in subjects)
        {
            var after = 0L;
            while (await db.ListAsync<MissingRow>(subject.SelectMissing, new { after, take = AtOnce }, cancellation) is { Count: > 0 } missing)
            {
                await db.RunAsync(async () =>
                {
                    await index.RefreshAsync(subject.Kind, missing.Select(row => row.Id), cancellation);
                    return Unit.Value;
                }, cancellation);
                after = missing[^1].Seq; // onwards always: a name without a letter never gets into the index
            }
        }
    }

    private sealed record MissingRow
    {
        public Guid Id { get; init; }
        public long Seq { get; init; }
    }
}
