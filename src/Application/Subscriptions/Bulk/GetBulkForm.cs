using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>What a job on several services can be about: how many services there are, and the packages and price lists to choose from.</summary>
/// <param name="Matching">A query string of the services list; null when they are named one by one.</param>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record GetBulkForm(string? Matching) : IQuery<BulkForm>;

/// <param name="Matches">How many services the query matches; null without one.</param>
/// <param name="Filter">The query's filters in words.</param>
/// <param name="Most">How many services a job may have.</param>
public sealed record BulkForm(int? Matches, IReadOnlyList<string> Filter, IReadOnlyList<DataPackage> Packages, IReadOnlyList<PriceList> PriceLists, int Most);

/// <summary>An Excel file to fill services in, with the columns of an action. Failure: <c>BulkTooMany</c>.</summary>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions), Audited]
public sealed record GetBulkTemplate(BulkKind Kind) : IQuery<BulkFile>
{
    /// <summary>Services that have a row in it already; what is not within the reach has none.</summary>
    public IReadOnlyList<Guid> Services { get; init; } = [];

    /// <summary>In their place: all that this query string of the services list matches.</summary>
    public string? Matching { get; init; }
}

/// <summary>
/// Reads an Excel file with services. Failures: <c>BulkFileType</c>, <c>BulkFileTooLarge</c>, <c>BulkTooMany</c>, <c>BulkColumnUnknown</c>,
/// <c>BulkColumnTwice</c>, <c>BulkColumnMissing</c>, <c>BulkFileEmpty</c>.
/// </summary>
/// <param name="Content">Read once, to its end or as far as it may be.</param>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record ReadBulkFile(BulkKind Kind, Stream Content) : IQuery<IReadOnlyList<BulkService>>;
