using Connect.Application.Search;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Search;

/// <summary>Tickets by number or title, or a part of it: those that are under way before those that have ended, the newest first.</summary>
internal sealed class TicketSearch(DbSession db) : ISearchSource, ISearchSubject
{
    /// <summary>Hits of the index that the best are chosen from, for each that is shown.</summary>
    private const int LookAt = 20;

    private static readonly Stmt SelectHits = Stmt.Top("""
        SELECT k.Number, k.Title, k.State, a.DisplayName AS Account
        FROM SearchTerm x
        JOIN Ticket k ON k.Seq = x.SubjectSeq
        JOIN Account a ON a.Id = k.AccountId
        WHERE x.OrganisationSeq = (SELECT o.Seq FROM Organisation o WHERE o.Id = @organisationId)
          AND x.Kind = 7 AND x.Term >= @from AND x.Term < @before
          AND EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = k.AccountId)
        ORDER BY x.Term, x.SubjectSeq
        """);

    // The end of a long title is found by the list's filter; here each sign costs a row.
    private static readonly Stmt SelectRows = """
        SELECT k.Seq, o.Seq AS OrganisationSeq, SUBSTRING(k.Title, 1, 60) AS Name, k.Number AS OtherName
        FROM Ticket k JOIN Organisation o ON o.Id = k.OrganisationId
        WHERE k.Id IN @ids
        """;

    private static readonly Stmt SelectNew = Stmt.Top("""
        SELECT k.Id, k.Seq FROM Ticket k
        WHERE k.Seq > @after AND NOT EXISTS (SELECT 1 FROM SearchTerm x WHERE x.Kind = 7 AND x.SubjectSeq = k.Seq)
        ORDER BY k.Seq
        """);

    public SearchKind Kind => SearchKind.Ticket;
    public Right Right => Right.ManageTickets;
    public Stmt Select => SelectRows;
    public Stmt SelectMissing => SelectNew;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(AccountReach reach, SearchText text, int take, CancellationToken cancellation)
    {
        var folded = SwedishText.Fold(text.Text);
        var (from, before) = SearchTerms.RangesOf(text).Last();
        var found = await db.ListAsync<Hit>(SelectHits, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, from, before, take = take * LookAt }, cancellation);
        return [.. found.Where(hit => hit.Matches(folded)).DistinctBy(hit => hit.Number).OrderByDescending(hit => hit.Number == text.Text)
            .ThenByDescending(hit => hit.State.IsOpen()).ThenByDescending(hit => hit.Number.Length).ThenByDescending(hit => hit.Number, StringComparer.Ordinal)
            .Take(take).Select(hit => hit.ToHit())];
    }

    private sealed record Hit
    {
        public string Number { get; init; } = "";
        public string Title { get; init; } = "";
        public TicketState State { get; init; }
        public string Account { get; init; } = "";

        // The index holds the first signs only of what follows a letter.
        public bool Matches(string folded) => folded.Length <= SearchTerms.Length || SwedishText.Fold(Title).Contains(folded, StringComparison.Ordinal);

        public SearchHit ToHit() => new(Number, Title) { Detail = $"{Number} · {Account}", IsActive = State.IsOpen(), OverKey = $"Tickets.State.{State}" };
    }
}
