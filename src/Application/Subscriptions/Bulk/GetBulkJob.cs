using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>One of the user's own jobs on several services, to follow its preview and its progress.</summary>
/// <exception cref="Common.Errors.NotFoundException">The user has none of that id within the reach.</exception>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record GetBulkJob(Guid Id) : IQuery<BulkJobView>;

/// <summary>The user's own jobs on several services, the newest first.</summary>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record ListBulkJobs : IQuery<IReadOnlyList<BulkJobView>>
{
    /// <summary>Jobs shown.</summary>
    public const int Most = 100;
}

/// <summary>The rows of one of the user's own jobs, in their order.</summary>
/// <param name="State">Those in this state; null for all.</param>
/// <exception cref="Common.Errors.NotFoundException">The user has none of that id within the reach.</exception>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record ListBulkRows(Guid Id, BulkRowState? State, int Page) : IQuery<ListPage<BulkRowView>>
{
    public const int PageSize = 50;
}

/// <summary>The rows of one of the user's own jobs with what will come or came of them, as an Excel file.</summary>
/// <exception cref="Common.Errors.NotFoundException">The user has none of that id within the reach.</exception>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions), Audited]
public sealed record GetBulkResult(Guid Id) : IQuery<BulkFile>;

/// <param name="Content">The caller closes it.</param>
public sealed record BulkFile(string Name, Stream Content);

/// <summary>A job as its owner sees it.</summary>
public sealed record BulkJobView
{
    public required Guid Id { get; init; }
    public required BulkWish Wish { get; init; }

    /// <summary>The action in words of the reader's language.</summary>
    public required string Action { get; init; }

    /// <summary>What is wished, in words.</summary>
    public required IReadOnlyList<string> Wished { get; init; }

    public required BulkJobState State { get; init; }

    /// <summary>The rest is called off; the row at hand is being ended.</summary>
    public required bool CancelRequested { get; init; }

    public string? FileName { get; init; }
    public required int Rows { get; init; }
    public required IReadOnlyList<BulkSum> Sums { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>It moves by itself.</summary>
    public bool IsMoving => State is BulkJobState.Checking or BulkJobState.Running;

    /// <summary>It was confirmed, so that rows tell what was done.</summary>
    public bool IsConfirmed => ConfirmedAt is not null;

    /// <summary>Its preview says of some row that it will be done.</summary>
    public bool CanBeConfirmed => State == BulkJobState.Ready && Count(BulkRowState.Ready) > 0;

    /// <summary>Rows that are looked at in the preview, or that are carried out.</summary>
    public int Progress => State == BulkJobState.Checking ? Rows - Count(BulkRowState.Unchecked) : Count(BulkRowState.Done) + Count(BulkRowState.Failed);

    /// <summary>What <see cref="Progress"/> ends at.</summary>
    public int ProgressEnd => State == BulkJobState.Checking ? Rows : Progress + Count(BulkRowState.Ready) + Count(BulkRowState.Running);

    public int Count(BulkRowState state) => Sums.FirstOrDefault(sum => sum.State == state)?.Rows ?? 0;

    /// <summary>Of the rows that will be or were carried out.</summary>
    public Money SumOf(Func<BulkSum, Money> amount) => Sums.Where(sum => sum.State is BulkRowState.Ready or BulkRowState.Running or BulkRowState.Done).Aggregate(Money.Zero, (all, sum) => all + amount(sum));
}

/// <summary>A row as its owner sees it.</summary>
public sealed record BulkRowView
{
    public required int No { get; init; }

    /// <summary>Null where the service was not found.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>How it was named in the file.</summary>
    public string? Given { get; init; }

    public string? UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    public required BulkRowState State { get; init; }

    /// <summary>What will happen or was done.</summary>
    public BulkOutcome? Outcome { get; init; }

    /// <summary>Code of why it can't be done or failed.</summary>
    public string? Problem { get; init; }

    /// <summary>The same in the reader's language: what will happen or was done, or why not.</summary>
    public required string Text { get; init; }
}
