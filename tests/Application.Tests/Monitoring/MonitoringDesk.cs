using Connect.Application.Monitoring;
using Connect.Application.Tests.Common;
using Connect.Domain.Monitoring;
using NSubstitute;

namespace Connect.Application.Tests.Monitoring;

/// <summary>A monitored service within the reach of the one who asks.</summary>
internal sealed class MonitoringDesk
{
    public static readonly DateTimeOffset Since = Scene.Now.AddHours(-20);

    public MonitoringDesk() => Holds(new MonitoredService { Seq = 7, UserName = "Kontoret", State = new(true, Since, Scene.Now.AddMinutes(-5)) });

    public Guid Id { get; } = Guid.CreateVersion7();
    public IMonitoring Monitoring { get; } = Substitute.For<IMonitoring>();
    public MonitoringWindow? Asked { get; private set; }

    public MonitoringScope Scope => new(Monitoring, Scene.Caller(), Scene.Clock());

    public void Holds(MonitoredService service, params MonitoringPoint[] points)
    {
        Monitoring.FindAsync(Scene.Reach, Id, Arg.Any<CancellationToken>()).Returns(service);
        Monitoring.ListAsync(service, Arg.Do<MonitoringWindow>(window => Asked = window), Arg.Any<CancellationToken>()).Returns(points);
    }
}
