using Connect.Domain.Users;

namespace Connect.Application.Tickets;

/// <summary>Colleagues who get a ticket's mails.</summary>
public interface ITicketFollowers
{
    /// <summary>
    /// Colleagues whom the user can choose: active, with the right to see tickets, their reach within the user's own; by name, the user left out.
    /// </summary>
    /// <param name="accountId">Only those who reach this account; null for all.</param>
    /// <param name="take">At most so many.</param>
    Task<IReadOnlyList<Colleague>> ChoicesAsync(AccountReach reach, Guid userId, Guid? accountId, int take, CancellationToken cancellation);

    /// <summary>Those of the ids who can be chosen for a ticket of the account.</summary>
    Task<IReadOnlyList<Guid>> FitAsync(AccountReach reach, Guid accountId, IReadOnlyList<Guid> userIds, CancellationToken cancellation);

    Task AddAsync(Guid ticketId, IReadOnlyList<Guid> userIds, CancellationToken cancellation);

    /// <returns>False when the user did not follow it, or is not within the reach.</returns>
    Task<bool> RemoveAsync(AccountReach reach, Guid ticketId, Guid userId, CancellationToken cancellation);
}

/// <summary>Somebody who may see tickets.</summary>
/// <param name="Account">Name of the account at the top of the reach.</param>
public sealed record Colleague(Guid Id, string Name, string Account);
