using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>Users to be changed by whoever manages them: load, call the rule, save.</summary>
public interface IUserRepository
{
    /// <summary>The user, or null when there is none whose reach lies within this one.</summary>
    Task<User?> FindAsync(AccountReach reach, Guid userId, CancellationToken cancellation);

    /// <summary>The person's name; null when there is none of an account within the reach.</summary>
    Task<string?> FindContactPersonAsync(AccountReach reach, Guid contactPersonId, CancellationToken cancellation);

    /// <summary>True when an active user within the reach, other than this one, has the address. Of others nothing is told.</summary>
    Task<bool> IsEmailTakenAsync(AccountReach reach, string email, Guid userId, CancellationToken cancellation);

    /// <summary>
    /// True when the organisation has an administrator (<see cref="UserData.IsAdministrator"/>) beside this user. Until the transaction ends nobody
    /// else can make one of them less.
    /// </summary>
    Task<bool> HasOtherAdministratorAsync(AccountReach reach, Guid userId, CancellationToken cancellation);

    /// <summary>Writes the user with rights and products.</summary>
    /// <param name="now">When a new one was made.</param>
    /// <returns>False when somebody in the installation has the user name.</returns>
    /// <exception cref="Common.Errors.ConflictException">Somebody else changed the user since it was loaded.</exception>
    Task<bool> SaveAsync(User user, DateTimeOffset now, CancellationToken cancellation);
}
