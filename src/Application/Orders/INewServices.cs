using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Orders;

/// <summary>What is written of a new service beside what every change of a service writes.</summary>
public interface INewServices
{
    /// <summary>
    /// False when a service of anybody has the number already, or another order moves it here. Reach is not asked: which operator a number is with
    /// anybody can look up.
    /// </summary>
    /// <param name="number">E.164.</param>
    Task<bool> IsFreeAsync(string number, CancellationToken cancellation);

    /// <summary>Writes the service with what it will have, and keeps the numbers that are moved here for it.</summary>
    /// <param name="agreementId">The agreement that it is ordered under.</param>
    /// <exception cref="Common.Errors.InvalidInputException">Another order was quicker to move a number here.</exception>
    Task AddAsync(NewService service, Guid agreementId, CancellationToken cancellation);

    /// <summary>
    /// The operator may load a service before it tells that it is delivered. The loaded one is the service from then on, with the order, the history and the
    /// tickets of the ordered one.
    /// </summary>
    /// <param name="externalId">The operator's id of it.</param>
    /// <returns>The loaded service; null when there is none of the ordered kind and account that works, or it was made by another order.</returns>
    Task<Guid?> AdoptAsync(Order order, string externalId, CancellationToken cancellation);

    /// <summary>The service has its numbers: none is kept for it any more.</summary>
    Task SettleAsync(Order order, CancellationToken cancellation);

    /// <summary>The service never was: it is nowhere to be seen, and its numbers are kept no more.</summary>
    Task WithdrawAsync(Subscription subscription, Order order, CancellationToken cancellation);
}
