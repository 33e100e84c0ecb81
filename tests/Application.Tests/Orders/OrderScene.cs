using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Application.Tests.Identity;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using NSubstitute;

namespace Connect.Application.Tests.Orders;

/// <summary>A service, an order for another SIM card for it, and the operator that it goes to.</summary>
internal sealed class OrderScene
{
    public const string OwnIcc = "8946010000000000012", OldIcc = "8946010000000000020";

    public OrderScene(SimDeliveryWay way = SimDeliveryWay.Post)
    {
        Order = Scene.Replacement(Service.Id, way, way == SimDeliveryWay.OwnCard ? OwnIcc : null);
        Old = Scene.Card(OldIcc, SimCardState.Active, Service.Id);
        Own = Scene.Card(OwnIcc, SimCardState.Reserved, Service.Id);
        Orders.FindAsync(Scene.Reach, Order.Number, Arg.Any<CancellationToken>()).Returns(Order);
        Orders.FindForOperatorAsync(Order.Number, Arg.Any<CancellationToken>()).Returns(Order);
        Orders.FindForOperatorAsync(Order.Id, Arg.Any<CancellationToken>()).Returns(Order);
        Subscriptions.FindForOperatorAsync(Scene.Reach.OrganisationId, Service.Id, Arg.Any<CancellationToken>()).Returns(Service);
        Stock.FindActiveAsync(Scene.Reach.OrganisationId, Service.Id, Arg.Any<CancellationToken>()).Returns(Old);
        if (way == SimDeliveryWay.OwnCard) Stock.FindAsync(Arg.Is<Icc>(icc => icc.Digits == OwnIcc), Arg.Any<CancellationToken>()).Returns(Own);
        Stock.SaveAsync(Arg.Do<SimCard>(SavedCards.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Work.EnqueueAsync(Arg.Do<NewWork>(Enqueued.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
        Secrets.Protect(Arg.Any<string>()).Returns(call => $"protected {call.Arg<string>()}");
        Replacements = new SimReplacementOutcome(Subscriptions, new DeliveredCards(Stock, Secrets), Numbers.Guard, Scene.Clock());
        Ending = new OrderEnding(Orders, Scene.Outcomes(Orders, Replacements), Work, new Scene.Transactions(), Scene.Clock());
    }

    public IOrderRepository Orders { get; } = Substitute.For<IOrderRepository>();
    public ISubscriptionRepository Subscriptions { get; } = Substitute.For<ISubscriptionRepository>();
    public ISimStock Stock { get; } = Substitute.For<ISimStock>();
    public IWorkQueue Work { get; } = Substitute.For<IWorkQueue>();
    public IOperatorGateway Gateway { get; } = Substitute.For<IOperatorGateway>();
    public ISecretProtector Secrets { get; } = Substitute.For<ISecretProtector>();
    public NumberGuardScene Numbers { get; } = new();
    public SimReplacementOutcome Replacements { get; }
    public OrderEnding Ending { get; }
    public Subscription Service { get; } = new(Scene.Service().Data with { PhoneNumber = NumberGuardScene.Number });
    public Order Order { get; }

    /// <summary>The card that works in the service.</summary>
    public SimCard Old { get; }

    /// <summary>The customer's own card, reserved for the order when that is the way.</summary>
    public SimCard Own { get; }

    public List<SimCard> SavedCards { get; } = [];
    public List<NewWork> Enqueued { get; } = [];

    public DueWork Due(string kind) => new(Guid.CreateVersion7(), kind, Order.Id, null, $"{kind}/key", 1);
}
