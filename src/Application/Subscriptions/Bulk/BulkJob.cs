using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>What is done to each of several services. Stored by number.</summary>
public enum BulkKind
{
    /// <summary>Mobilspärrar are added.</summary>
    AddBarrings = 1,

    /// <summary>Mobilspärrar are removed.</summary>
    RemoveBarrings = 2,

    /// <summary>Vidarekopplingar are set or removed.</summary>
    Forwardings = 3,

    /// <summary>Ändra tjänst: data package and base price list.</summary>
    Change = 4,

    /// <summary>Flytta till annat konto.</summary>
    Move = 5,

    /// <summary>Avsluta tjänst.</summary>
    Terminate = 6,

    /// <summary>Cost centre and employee number.</summary>
    References = 7,
}

/// <summary>How far a job on several services has come. Stored by number.</summary>
public enum BulkJobState
{
    /// <summary>Each row is tried out, without any effect.</summary>
    Checking = 1,

    /// <summary>The preview is whole; nothing happens before it is confirmed.</summary>
    Ready = 2,

    /// <summary>Confirmed; the rows are carried out one after the other.</summary>
    Running = 3,

    Done = 4,

    /// <summary>By the user: what had not started was not done.</summary>
    Cancelled = 5,
}

/// <summary>How far one row has come. Stored by number.</summary>
public enum BulkRowState
{
    /// <summary>Not tried out yet.</summary>
    Unchecked = 1,

    /// <summary>It can be done, and will be when the job is confirmed.</summary>
    Ready = 2,

    /// <summary>The service is so already.</summary>
    Unchanged = 3,

    /// <summary>It can't be done; the row says why.</summary>
    Impossible = 4,

    /// <summary>It is being carried out.</summary>
    Running = 5,

    /// <summary>The operator was told or has the order, as with the single action.</summary>
    Done = 6,

    Failed = 7,

    /// <summary>Called off before it started.</summary>
    Cancelled = 8,
}

/// <summary>A job as it stands in the database.</summary>
public sealed record BulkJob
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>What a personal token left of the user's rights; null with a session.</summary>
    public string? TokenRights { get; init; }

    public required BulkKind Kind { get; init; }

    /// <summary><see cref="BulkWish"/> as JSON.</summary>
    public required string Wish { get; init; }

    public required BulkJobState State { get; init; }

    /// <summary>The user has called the rest off.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>The file that the rows came from; null for services that were chosen in the list.</summary>
    public string? FileName { get; init; }

    public required int RowsTotal { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>A job to be written, with all its rows.</summary>
/// <param name="AccountId">The top of the reach that it was made within.</param>
public sealed record NewBulkJob(Guid Id, Guid OrganisationId, Guid AccountId, Guid UserId, BulkKind Kind, string Wish, string? FileName, DateTimeOffset CreatedAt, IReadOnlyList<NewBulkRow> Rows)
{
    /// <inheritdoc cref="BulkJob.TokenRights"/>
    public string? TokenRights { get; init; }
}

/// <param name="No">Its row in the file, or its place among the chosen.</param>
/// <param name="Given">How the service was named in the file; null for one that was chosen.</param>
/// <param name="Values">What is wished for this row alone.</param>
/// <param name="Problem">Why it can't be done, where that is known from the start.</param>
public sealed record NewBulkRow(int No, BulkTarget? Service, string? Given, IReadOnlyDictionary<string, string>? Values, BulkProblem? Problem)
{
    /// <summary>Who uses it, as the file says.</summary>
    public string? GivenUser { get; init; }
}

/// <summary>A row as the work sees it.</summary>
public sealed record BulkRow
{
    public required int No { get; init; }
    public required Guid SubscriptionId { get; init; }

    /// <summary>What is wished for this row alone, as JSON.</summary>
    public string? RowValues { get; init; }

    /// <summary>What it is carried out under: once, however often it is tried.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>How often it was begun.</summary>
    public required int Tries { get; init; }

    /// <summary><see cref="BulkOutcome"/> of the preview, as JSON.</summary>
    public string? Outcome { get; init; }
}

/// <summary>Why a row can't be done or failed: a code whose text is <c>Errors.{Code}</c>, with what the text mentions.</summary>
public sealed record BulkProblem(string Code, params IReadOnlyList<string> Arguments)
{
    /// <summary>Of a row with a formula: its cell, and its column where that is known.</summary>
    public const string Formula = "BulkFormula";

    /// <summary>What it is that is wrong, by the names of <see cref="BulkWish"/> or of the single action's message; null or unknown to the portal where it is none.</summary>
    public string? Field { get; init; }
}

/// <summary>A service that was found within the reach.</summary>
public sealed record BulkTarget
{
    public required Guid Id { get; init; }
    public required string UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E.164.</summary>
    public string? FixedNumber { get; init; }

    public SubscriptionStatus Status { get; init; }
}

/// <summary>What all rows of one state come to.</summary>
/// <param name="PriceBefore">Monthly, without VAT.</param>
/// <param name="CostAfter">Of the days after an end that are invoiced still.</param>
public sealed record BulkSum(BulkRowState State, int Rows, Money PriceBefore, Money PriceAfter, Money CostAfter);
