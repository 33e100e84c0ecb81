namespace Connect.Application.Common.Security;

/// <summary>Users as jobs act for them: reach and rights as they are when the job runs, not when it was ordered.</summary>
public interface IUserIdentities
{
    /// <summary>Null when there is no such user, or not active any more.</summary>
    Task<UserIdentity?> FindAsync(Guid userId, CancellationToken cancellation);
}
