using Connect.Application.Common.Lists;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Jobs on several services as their owners see and steer them.</summary>
public interface IBulkJobs
{
    /// <summary>The user's that are not ended, and all that are at work: a preview that waits for its user takes nobody else's place.</summary>
    Task<(int Own, int All)> CountOpenAsync(Guid userId, CancellationToken cancellation);

    Task AddAsync(NewBulkJob job, CancellationToken cancellation);

    /// <summary>One of the user's own, made within the reach that the user has now.</summary>
    Task<BulkJob?> FindAsync(AccountReach reach, Guid userId, Guid id, CancellationToken cancellation);

    /// <summary>The services of a job as they were named for it, with what was wished for each alone.</summary>
    Task<IReadOnlyList<BulkService>> ServicesAsync(Guid id, CancellationToken cancellation);

    /// <summary>Rows of a job in a state.</summary>
    Task<int> CountAsync(Guid id, BulkRowState state, CancellationToken cancellation);

    /// <param name="tokenRights"><see cref="BulkJob.TokenRights"/> from here on.</param>
    /// <returns>False when it was not ready.</returns>
    Task<bool> ConfirmAsync(Guid id, string? tokenRights, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Calls off what has not started; a job of which nothing runs has ended by it.</summary>
    /// <returns>False when it had ended.</returns>
    Task<bool> CancelAsync(Guid id, DateTimeOffset now, CancellationToken cancellation);
}

/// <summary>Jobs as the work moves them on. A job that was called off meanwhile is left alone.</summary>
public interface IBulkRuns
{
    Task<BulkJob?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>The next rows in those states, in their order.</summary>
    Task<IReadOnlyList<BulkRow>> NextAsync(Guid id, IReadOnlyCollection<BulkRowState> states, int most, CancellationToken cancellation);

    /// <summary>Puts down that the row is being tried out, so that one over which the process dies is not tried for ever.</summary>
    /// <returns>False when it was called off.</returns>
    Task<bool> BeginCheckAsync(Guid id, int no, CancellationToken cancellation);

    /// <summary>Puts down that the row is being carried out.</summary>
    /// <returns>False when it was called off or ended.</returns>
    Task<bool> BeginAsync(Guid id, int no, CancellationToken cancellation);

    /// <summary>Puts down what came, or will come, of a row.</summary>
    Task TellAsync(Guid id, int no, BulkRowState state, BulkOutcome? outcome, BulkProblem? problem, CancellationToken cancellation);

    /// <summary>Every row has been tried out.</summary>
    Task CheckedAsync(Guid id, CancellationToken cancellation);

    /// <summary>No row is left.</summary>
    Task EndAsync(Guid id, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>What is left can't be done.</summary>
    Task GiveUpAsync(Guid id, BulkProblem problem, DateTimeOffset now, CancellationToken cancellation);
}

/// <summary>Finds the services that a job is about.</summary>
public interface IBulkTargets
{
    /// <summary>Those that a request of the services list matches, in its order.</summary>
    Task<IReadOnlyList<BulkTarget>> MatchingAsync(AccountReach reach, ListRequest request, int most, CancellationToken cancellation);

    Task<IReadOnlyList<BulkTarget>> OfIdsAsync(AccountReach reach, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>Those that have one of the numbers, E.164, ended ones too.</summary>
    Task<IReadOnlyList<BulkTarget>> OfNumbersAsync(AccountReach reach, IReadOnlyCollection<string> numbers, CancellationToken cancellation);

    /// <summary>Those that one of the names uses, however it is written in capitals, ended ones too.</summary>
    Task<IReadOnlyList<BulkTarget>> OfUsersAsync(AccountReach reach, IReadOnlyCollection<string> names, CancellationToken cancellation);
}
