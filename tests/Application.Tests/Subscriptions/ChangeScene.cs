using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

/// <summary>A mobile with 10 GB, and what else there is.</summary>
internal sealed class ChangeScene
{
    public ChangeScene()
    {
        Subscriptions.FindAsync(Scene.Reach, Service.Id, Arg.Any<CancellationToken>()).Returns(Service);
        Plans.OfAsync(Scene.Reach.OrganisationId, Service.Id, Arg.Any<CancellationToken>()).Returns(new ServicePlan(Ten, Fri, [Norden]));
        Plans.CatalogueAsync(Arg.Any<CancellationToken>()).Returns(new PlanCatalogue([Five, Ten, Twenty], [Fri, Norden]));
        Orders.SaveAsync(Arg.Do<Order>(Saved.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        var numbers = Substitute.For<INumberSeries>();
        numbers.NextAsync("order", Arg.Any<CancellationToken>()).Returns(1001);
        Desk = new OrderDesk(Orders, numbers, Work, User, Scene.Clock());
    }

    public DataPackage Five { get; } = Package(5, 49);
    public DataPackage Ten { get; } = Package(10, 99);
    public DataPackage Twenty { get; } = Package(20, 149);
    public PriceList Fri { get; } = new(Guid.CreateVersion7(), "P-FRI", "Fri", null, true, Money.Zero);
    public PriceList Norden { get; } = new(Guid.CreateVersion7(), "P-NORDEN", "Norden", null, false, Money.FromKronor(29));
    public Subscription Service { get; } = Scene.Service();
    public ISubscriptionRepository Subscriptions { get; } = Substitute.For<ISubscriptionRepository>();
    public IServicePlans Plans { get; } = Substitute.For<IServicePlans>();
    public IOrderRepository Orders { get; } = Substitute.For<IOrderRepository>();
    public IWorkQueue Work { get; } = Substitute.For<IWorkQueue>();
    public Scene.Audit Audit { get; } = new();
    public CurrentUser User { get; } = Scene.Caller();
    public OrderDesk Desk { get; }
    public List<Order> Saved { get; } = [];

    public void HasOpen() => Orders.HasOpenAsync(Scene.Reach, Service.Id, OrderType.Change, Arg.Any<CancellationToken>()).Returns(true);

    private static DataPackage Package(int giga, decimal monthly) => new(Guid.CreateVersion7(), $"D{giga}", $"{giga} GB", giga * 1_000_000_000L, Money.FromKronor(monthly));
}
