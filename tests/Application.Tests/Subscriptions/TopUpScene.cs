using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

/// <summary>A mobile with 10 GB, and two top-ups.</summary>
internal sealed class TopUpScene
{
    public TopUpScene()
    {
        Subscriptions.FindAsync(Scene.Reach, Service.Id, Arg.Any<CancellationToken>()).Returns(Service);
        Plans.OfAsync(Scene.Reach.OrganisationId, Service.Id, Arg.Any<CancellationToken>()).Returns(new ServicePlan(Package("10 GB", 10, 99), null, []));
        TopUps.OfferedAsync(Arg.Any<CancellationToken>()).Returns([Two, Ten]);
        TopUps.OfMonthAsync(default, default, default, default).ReturnsForAnyArgs([]);
        Orders.OpenOfServiceAsync(Scene.Reach.OrganisationId, Service.Id, Arg.Any<CancellationToken>()).Returns([]);
        Orders.SaveAsync(Arg.Do<Order>(Saved.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        var numbers = Substitute.For<INumberSeries>();
        numbers.NextAsync("order", Arg.Any<CancellationToken>()).Returns(1001);
        Desk = new OrderDesk(Orders, numbers, Work, User, Clock);
        TopUpDesk = new TopUpDesk(TopUps, Plans, Clock);
    }

    public FakeTimeProvider Clock { get; } = Scene.Clock();
    public DataPackage Two { get; } = Package("Extra 2 GB", 2, 79);
    public DataPackage Ten { get; } = Package("Extra 10 GB", 10, 199);
    public Subscription Service { get; } = Scene.Service();
    public ISubscriptionRepository Subscriptions { get; } = Substitute.For<ISubscriptionRepository>();
    public IServicePlans Plans { get; } = Substitute.For<IServicePlans>();
    public ITopUps TopUps { get; } = Substitute.For<ITopUps>();
    public IOrderRepository Orders { get; } = Substitute.For<IOrderRepository>();
    public IWorkQueue Work { get; } = Substitute.For<IWorkQueue>();
    public Scene.Audit Audit { get; } = new();
    public CurrentUser User { get; } = Scene.Caller();
    public OrderDesk Desk { get; }
    public TopUpDesk TopUpDesk { get; }
    public List<Order> Saved { get; } = [];

    public void HasPackage(DataPackage? package) => Plans.OfAsync(Scene.Reach.OrganisationId, Service.Id, Arg.Any<CancellationToken>()).Returns(new ServicePlan(package, null, []));

    public static DataPackage Package(string name, int? giga, decimal price) => new(Guid.CreateVersion7(), $"T{giga}", name, giga * 1_000_000_000L, Money.FromKronor(price));
}
