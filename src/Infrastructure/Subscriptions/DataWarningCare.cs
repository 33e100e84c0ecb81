using Connect.Application.Common.Ports;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;

namespace Connect.Infrastructure.Subscriptions;

/// <summary>A round of warnings every morning, for what became too much without a load (a smaller package), and the end of what was told in months that are over.</summary>
internal sealed class DataWarningCare(IDataWarnings warnings, UsageRounds rounds, TimeProvider clock) : IRecurringWork
{
    public string Name => "data-warnings";
    public TimeOnly At => new(6, 30);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await warnings.ForgetAsync(StockholmTime.MonthOf(clock.Today()), cancellation);
        await rounds.WarningsSoonAsync(cancellation);
    }
}
