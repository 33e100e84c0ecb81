using Connect.Domain.Reports;

namespace Connect.Application.Reports.Kept;

/// <summary>Reports that users have kept, as they stand in the database.</summary>
public interface IKeptReports
{
    /// <summary>The user's own, by name.</summary>
    Task<IReadOnlyList<KeptReport>> ListAsync(Guid userId, CancellationToken cancellation);

    Task<KeptReport?> FindAsync(Guid id, CancellationToken cancellation);

    /// <returns>False when its owner keeps another of that name, upper and lower case alike.</returns>
    Task<bool> AddAsync(KeptReport report, CancellationToken cancellation);

    /// <summary>Changes its name, what it is asked for, and with which rights; its schedule stays.</summary>
    /// <inheritdoc cref="AddAsync"/>
    Task<bool> ChangeAsync(KeptReport report, CancellationToken cancellation);

    /// <param name="nextOn">Null when it does not come by itself any more.</param>
    Task ScheduleAsync(Guid id, ReportSchedule? schedule, DateOnly? nextOn, CancellationToken cancellation);

    /// <summary>Takes a due day, so that the report comes once for it.</summary>
    /// <returns>False when that day is taken, or is the report's no more.</returns>
    Task<bool> MoveOnAsync(Guid id, DateOnly due, DateOnly next, CancellationToken cancellation);

    Task RemoveAsync(Guid id, CancellationToken cancellation);
}
