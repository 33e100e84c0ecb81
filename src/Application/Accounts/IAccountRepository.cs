using Connect.Domain.Accounts;
using Connect.Domain.Users;

namespace Connect.Application.Accounts;

/// <summary>Accounts and their contact persons to be changed: load, call the rule, save.</summary>
public interface IAccountRepository
{
    /// <summary>The account, or null when there is none within the reach.</summary>
    Task<Account?> FindAsync(AccountReach reach, string number, CancellationToken cancellation);

    /// <summary>For the operator's answers, which reach every account of the organisation.</summary>
    Task<Account?> FindForOperatorAsync(Guid organisationId, Guid id, CancellationToken cancellation);

    /// <summary>True when any customer's account has the number.</summary>
    Task<bool> IsTakenAsync(string number, CancellationToken cancellation);

    /// <summary>Writes changes and history; a new account gets its place in the tree.</summary>
    /// <exception cref="Common.Errors.ConflictException">Somebody else changed it since it was loaded.</exception>
    Task SaveAsync(Account account, CancellationToken cancellation);

    /// <summary>A contact person of just that account, or null.</summary>
    Task<ContactPerson?> FindContactPersonAsync(Account account, Guid id, CancellationToken cancellation);

    /// <inheritdoc cref="SaveAsync(Account, CancellationToken)"/>
    Task SaveAsync(ContactPerson person, CancellationToken cancellation);

    /// <exception cref="Common.Errors.ConflictException">Somebody else changed or removed it, or has made a user of the person.</exception>
    Task RemoveAsync(ContactPerson person, CancellationToken cancellation);
}
