using Connect.Domain.Monitoring;
using Connect.Domain.Users;

namespace Connect.Application.Monitoring;

/// <summary>What was measured of services.</summary>
public interface IMonitoring
{
    /// <summary>The service, or null when there is none within the reach.</summary>
    Task<MonitoredService?> FindAsync(AccountReach reach, Guid subscriptionId, CancellationToken cancellation);

    /// <summary>Oldest first, of a service that was found within the reach; nothing from before <see cref="MonitoredService.SeenFrom"/>.</summary>
    Task<IReadOnlyList<MonitoringPoint>> ListAsync(MonitoredService service, MonitoringWindow window, CancellationToken cancellation);
}

/// <summary>A service with its state.</summary>
public sealed record MonitoredService
{
    /// <summary>The service's small number.</summary>
    public required long Seq { get; init; }

    public required string UserName { get; init; }

    /// <summary>Null when the service is not monitored: its kind never is, or nothing has been measured.</summary>
    public MonitoringState? State { get; init; }

    /// <summary>What was before belongs to an account outside the reach.</summary>
    public DateTimeOffset? SeenFrom { get; init; }
}
