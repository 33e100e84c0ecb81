using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions;

namespace Connect.Infrastructure.Subscriptions;

/// <summary>A round of cost caps soon after midnight: with a new month, what was barred in the last is lifted.</summary>
internal sealed class CostCapCare(UsageRounds rounds) : IRecurringWork
{
    public string Name => "cost-caps";
    public TimeOnly At => new(0, 1);

    public Task RunAsync(CancellationToken cancellation) => rounds.CapsSoonAsync(cancellation);
}
