namespace Connect.Application.Common.Ports;

/// <summary>Puts work aside to be done after the running transaction has committed. It is done exactly as often as it was put: once.</summary>
public interface IWorkQueue
{
    /// <summary>Writes the item in the running transaction. An idempotency key that is known already adds nothing.</summary>
    Task EnqueueAsync(NewWork work, CancellationToken cancellation);

    /// <summary>Takes back what waits for its turn or its day. Work that was begun is not touched, also when its first try failed.</summary>
    /// <returns>False when it was too late.</returns>
    Task<bool> CancelAsync(string kind, Guid subjectId, CancellationToken cancellation);

    /// <summary>What of the kind waits for its turn about the subject, the next first.</summary>
    Task<IReadOnlyList<WaitingWork>> WaitingAsync(string kind, Guid subjectId, CancellationToken cancellation);

    /// <summary>The payloads of what of the kind is not done about the subject, begun or not, the next first.</summary>
    Task<IReadOnlyList<string>> UnderWayAsync(string kind, Guid subjectId, CancellationToken cancellation);

    /// <summary>Gives what waits another payload; what has been begun meanwhile keeps its own.</summary>
    Task ReplaceAsync(Guid id, string payload, CancellationToken cancellation);
}

/// <param name="Kind">Names the handler: <c>orders.send</c>.</param>
/// <param name="SubjectId">What the work is about; all else is read when it is done.</param>
public sealed record NewWork(string Kind, Guid SubjectId)
{
    /// <summary>Not before this instant; at once when null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Not before 00:00 in Stockholm on this day; goes before <see cref="DueAt"/>.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Small JSON, where the subject alone does not say enough. No secrets.</summary>
    public string? Payload { get; init; }

    /// <summary>Sent along to other systems; <c>{Kind}/{SubjectId}</c> unless given.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>An item that nobody has begun.</summary>
public sealed record WaitingWork(Guid Id, string? Payload);

/// <summary>Does one kind of work. May be called again after a crash or a time-out, so it must be repeatable; it opens its own transactions.</summary>
public interface IWorkHandler
{
    string Kind { get; }

    /// <exception cref="WorkRejectedException">It can't be done, now or later.</exception>
    /// <exception cref="WorkPostponedException">It can't be done yet.</exception>
    /// <exception cref="Exception">Any other: tried again with back-off until the tries run out.</exception>
    Task RunAsync(DueWork work, CancellationToken cancellation);

    /// <summary>Called once when the work is given up, so that what waits for it can be told.</summary>
    /// <param name="refusal">What <see cref="WorkRejectedException"/> said; null when the tries ran out, for a cause that is not for users.</param>
    Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation);
}

/// <summary>A leased item.</summary>
/// <param name="Attempt">1 the first time.</param>
public sealed record DueWork(Guid Id, string Kind, Guid SubjectId, string? Payload, string IdempotencyKey, int Attempt);

/// <summary>The work can't be done yet: it is put back, and the try does not count.</summary>
public sealed class WorkPostponedException(TimeSpan wait) : Exception($"Put back for {wait}.")
{
    public TimeSpan Wait { get; } = wait;
}

/// <summary>The work can't be done; the reason is shown to the user.</summary>
public sealed class WorkRejectedException(string reason) : Exception(reason);
