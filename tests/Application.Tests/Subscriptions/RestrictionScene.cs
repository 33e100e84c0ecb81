using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Application.Tests.Identity;
using Connect.Domain.Subscriptions;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

/// <summary>A mobile service, what the operator has set on it, and a queue that keeps what it is told.</summary>
internal sealed class RestrictionScene
{
    private readonly List<string> _underWay = [];

    public RestrictionScene(SubscriptionStatus status = SubscriptionStatus.Active, string? phone = null)
    {
        Service = new Subscription(Scene.Service(status).Data with { PhoneNumber = phone });
        Subscriptions.FindAsync(Scene.Reach, Service.Id, Arg.Any<CancellationToken>()).Returns(Service);
        Subscriptions.FindForOperatorAsync(Scene.Reach.OrganisationId, Service.Id, Arg.Any<CancellationToken>()).Returns(Service);
        Work.EnqueueAsync(Arg.Do<NewWork>(work => _underWay.Add(work.Payload!)), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Work.UnderWayAsync(SendChange.KindName, Service.Id, Arg.Any<CancellationToken>()).Returns(_ => [.. _underWay]);
        Has();
        Forwards();
    }

    public Subscription Service { get; }
    public ISubscriptionRepository Subscriptions { get; } = Substitute.For<ISubscriptionRepository>();
    public IBarrings Barrings { get; } = Substitute.For<IBarrings>();
    public ICallForwardings Forwardings { get; } = Substitute.For<ICallForwardings>();
    public IWorkQueue Work { get; } = Substitute.For<IWorkQueue>();
    public Scene.Audit Audit { get; } = new();
    public NumberGuardScene Numbers { get; } = new();

    public ChangeDesk Changes => new(Work, Scene.Clock());
    public ICostCaps Caps { get; } = Substitute.For<ICostCaps>();

    public BarringDesk BarringDesk => new(Barrings, Changes, Caps);
    public ForwardingDesk ForwardingDesk => new(Forwardings, Changes, Numbers.Guard);

    /// <summary>What was put aside for the operator.</summary>
    public IReadOnlyList<OperatorChange> Told => [.. _underWay.Select(payload => JsonSerializer.Deserialize<ToldChange>(payload, JsonSerializerOptions.Web)!.Change)];

    /// <summary>The barrings that the operator has.</summary>
    public void Has(params BarringKind[] kinds) => Barrings.ListAsync(Scene.Reach.OrganisationId, Service.Id, Arg.Any<CancellationToken>())
        .Returns([.. kinds.Select(kind => new ActiveBarring(kind, Scene.Now.AddDays(-9)))]);

    /// <summary>The forwardings that the operator has.</summary>
    public void Forwards(params CallForwarding[] settings) => Forwardings.ListAsync(Scene.Reach.OrganisationId, Service.Id, Arg.Any<CancellationToken>())
        .Returns([.. settings.Select(setting => new ActiveForwarding(setting, Scene.Now.AddDays(-9)))]);
}
