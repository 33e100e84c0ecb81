using Connect.Application.Search;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Search;

/// <summary>Services by user name or number: those in use before those that have ended, and names that begin with what was typed before those that hold it.</summary>
internal sealed class ServiceSearch(DbSession db) : ISearchSource, ISearchSubject
{
    /// <summary>Hits of the index that the best are chosen from, for each that is shown. Whoever reaches little pays for each: the index is the whole organisation's.</summary>
    private const int LookAt = 2;

    /// <summary>The same where one name holds the letters so often that too few services are left.</summary>
    private const int LookFurther = 20;

    private static readonly Stmt SelectHits = Stmt.Top("""
        SELECT s.Id, s.UserName, s.PhoneNumber, s.FixedNumber, s.Status, p.Name AS Product, a.DisplayName AS Account
        FROM SearchTerm t
        JOIN Subscription s ON s.Seq = t.SubjectSeq
        JOIN Product p ON p.Id = s.ProductId
        JOIN Account a ON a.Id = s.AccountId
        WHERE t.OrganisationSeq = (SELECT o.Seq FROM Organisation o WHERE o.Id = @organisationId)
          AND t.Kind = 1 AND t.Term >= @from AND t.Term < @before AND s.IsHidden = 0
          AND EXISTS (SELECT 1 FROM AccountTree r WHERE r.AncestorId = @reachId AND r.DescendantId = s.AccountId)
        ORDER BY t.Term, t.SubjectSeq
        """);

    private static readonly Stmt SelectRows = """
        SELECT s.Seq, o.Seq AS OrganisationSeq, s.UserName AS Name, s.PhoneNumber, s.FixedNumber AS OtherNumber
        FROM Subscription s JOIN Organisation o ON o.Id = s.OrganisationId
        WHERE s.Id IN @ids
        """;

    private static readonly Stmt SelectNew = Stmt.Top("""
        SELECT s.Id, s.Seq FROM Subscription s
        WHERE s.Seq > @after AND NOT EXISTS (SELECT 1 FROM SearchTerm t WHERE t.Kind = 1 AND t.SubjectSeq = s.Seq)
        ORDER BY s.Seq
        """);

    public SearchKind Kind => SearchKind.Service;
    public Right Right => Right.ViewSubscriptions;
    public Stmt Select => SelectRows;
    public Stmt SelectMissing => SelectNew;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(AccountReach reach, SearchText text, int take, CancellationToken cancellation)
    {
        var found = new List<Hit>();
        foreach (var (from, before) in SearchTerms.RangesOf(text))
        {
            // Read further than is shown: what is best is chosen here, and a name may hold the same letters twice.
            var rows = await ReadAsync(reach, from, before, take * LookAt, cancellation);
            if (rows.Count == take * LookAt && rows.DistinctBy(hit => hit.Id).Count() < take) rows = await ReadAsync(reach, from, before, take * LookFurther, cancellation);
            found.AddRange(rows);
        }

        return [.. found.Where(hit => hit.Matches(text)).DistinctBy(hit => hit.Id).OrderBy(hit => hit.Status == SubscriptionStatus.Terminated).ThenByDescending(hit => hit.BeginsWord(text)).Take(take).Select(hit => hit.ToHit(text))];
    }

    private Task<IReadOnlyList<Hit>> ReadAsync(AccountReach reach, string from, string before, int take, CancellationToken cancellation) =>
        db.ListAsync<Hit>(SelectHits, new { organisationId = reach.OrganisationId, reachId = reach.AccountId, from, before, take }, cancellation);

    private sealed record Hit
    {
        public Guid Id { get; init; }
        public string UserName { get; init; } = "";
        public string? PhoneNumber { get; init; }
        public string? FixedNumber { get; init; }
        public SubscriptionStatus Status { get; init; }
        public string Product { get; init; } = "";
        public string Account { get; init; } = "";

        // The index holds the first signs only of what follows a letter.
        public bool Matches(SearchText text) => text.Digits.Length > 0 || text.Text.Length <= SearchTerms.Length
            || SwedishText.Fold(UserName).Contains(SwedishText.Fold(text.Text), StringComparison.Ordinal);

        public bool BeginsWord(SearchText text) => (" " + SwedishText.Fold(UserName)).Contains(" " + SwedishText.Fold(text.Text), StringComparison.Ordinal);

        public SearchHit ToHit(SearchText text) => new(Id.ToString(), UserName)
        {
            Number = FixedNumber is not null && text.Numbers.Any(number => FixedNumber.Contains(number, StringComparison.Ordinal)) ? FixedNumber : PhoneNumber ?? FixedNumber,
            Detail = $"{Product} · {Account}",
            IsActive = Status != SubscriptionStatus.Terminated,
        };
    }
}
