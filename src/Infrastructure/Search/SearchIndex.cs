using Connect.Application.Search;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Search;

/// <summary>
/// Keeps the search index in step with what it is made from. Whoever writes a name or number calls <see cref="RefreshAsync"/> in the same
/// transaction; ids are enough, the texts are read back from the database.
/// </summary>
public sealed class SearchIndex(DbSession db, IEnumerable<ISearchSubject> subjects)
{
    private const int AtOnce = 500;
    private static readonly string[] Columns = ["OrganisationSeq", "Kind", "Term", "SubjectSeq"];

    private static readonly Stmt Delete = "DELETE FROM SearchTerm WHERE Kind = @kind AND SubjectSeq IN @seqs";

    /// <summary>Writes anew what the index holds of these. Runs in the caller's transaction.</summary>
    public async Task RefreshAsync(SearchKind kind, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var subject = subjects.Single(subject => subject.Kind == kind);
        foreach (var part in ids.Chunk(AtOnce))
        {
            var rows = await db.ListAsync<SearchRow>(subject.Select, new { ids = part }, cancellation);
            await db.ExecuteAsync(Delete, new { kind = (int)kind, seqs = rows.Select(row => row.Seq).ToArray() }, cancellation);
            await db.InsertManyAsync("SearchTerm", Columns, rows.SelectMany(row => TermsOf(row).Select(term => new object?[] { row.OrganisationSeq, (int)kind, term, row.Seq })), cancellation);
        }
    }

    private static IEnumerable<string> TermsOf(SearchRow row) => SearchTerms.OfName(row.Name).Concat(SearchTerms.OfName(row.OtherName))
        .Concat(SearchTerms.OfNumber(row.PhoneNumber)).Concat(SearchTerms.OfNumber(row.OtherNumber)).Distinct(StringComparer.Ordinal);
}

/// <summary>A kind of row that the search index covers.</summary>
public interface ISearchSubject
{
    SearchKind Kind { get; }

    /// <summary>Reads <see cref="SearchRow"/>s by <c>@ids</c>.</summary>
    Stmt Select { get; }

    /// <summary>Reads <c>Id</c> and <c>Seq</c> of rows beyond <c>@after</c> that the index does not hold, in order of Seq, at most <c>@take</c>.</summary>
    Stmt SelectMissing { get; }
}

/// <summary>The texts of one row that it is found by.</summary>
public sealed record SearchRow
{
    public long Seq { get; init; }
    public long OrganisationSeq { get; init; }
    public string? Name { get; init; }
    public string? OtherName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E.164.</summary>
    public string? OtherNumber { get; init; }
}
