using Connect.Application.Common.Ports;
using Connect.Application.Orders;

namespace Connect.Infrastructure.Orders;

/// <summary>Removes orders that were begun and never completed, once nobody has touched them for a month.</summary>
internal sealed class OrderDraftCare(IOrderDrafts drafts, TimeProvider clock) : IRecurringWork
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => "order-drafts";
    public TimeOnly At => new(3, 20);

    public Task RunAsync(CancellationToken cancellation) => drafts.RemoveOldAsync(clock.GetUtcNow() - Kept, cancellation);
}
