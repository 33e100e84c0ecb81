using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Domain.Monitoring;

namespace Connect.Application.Monitoring;

/// <summary>What graph and export share: the service within the user's reach, and what a period means now.</summary>
internal sealed class MonitoringScope(IMonitoring monitoring, ICurrentUser user, TimeProvider clock)
{
    public async Task<(MonitoredService Service, MonitoringWindow Window)> OpenAsync(Guid subscriptionId, MonitoringPeriod period, CancellationToken cancellation)
    {
        var service = await monitoring.FindAsync(user.Reach, subscriptionId, cancellation) ?? throw new NotFoundException();
        return (service, MonitoringWindow.Of(period, clock.GetUtcNow()).NotBefore(service.SeenFrom));
    }
}
