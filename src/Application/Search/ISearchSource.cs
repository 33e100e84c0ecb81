using System.Text.Json.Serialization;
using Connect.Domain.Users;

namespace Connect.Application.Search;

/// <summary>
/// One kind of search result. A feature plugs in with one line, <c>services.AddScoped&lt;ISearchSource, MySearch&gt;()</c>, beside its own SQL.
/// </summary>
public interface ISearchSource
{
    SearchKind Kind { get; }

    /// <summary>Without it the user gets no such results.</summary>
    Right Right { get; }

    /// <summary>The best hits within reach, best first.</summary>
    /// <param name="take">At most so many.</param>
    Task<IReadOnlyList<SearchHit>> FindAsync(AccountReach reach, SearchText text, int take, CancellationToken cancellation);
}

/// <summary>Kinds of search results, in the order in which they are shown. The numbers are stored in the search index.</summary>
public enum SearchKind
{
    Service = 1,
    SimCard = 2,
    Account = 3,
    User = 4,
    Order = 5,
    Invoice = 6,
    Ticket = 7,
}

/// <summary>Something that was found.</summary>
/// <param name="Key">What its page is addressed by: an id or a number.</param>
/// <param name="Title">Its name.</param>
public sealed record SearchHit(string Key, string Title)
{
    /// <summary>A phone number (E.164) or card number that belongs to it.</summary>
    public string? Number { get; init; }

    /// <summary>What tells it from others of the same name.</summary>
    public string? Detail { get; init; }

    /// <summary>False for what is over, such as a terminated service.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Key of the text that says how it is over; null where the kind's own word does.</summary>
    [JsonIgnore]
    public string? OverKey { get; init; }
}

/// <summary>The hits of one kind.</summary>
/// <param name="HasMore">There are more than are shown.</param>
public sealed record SearchGroup(SearchKind Kind, IReadOnlyList<SearchHit> Hits, bool HasMore);
