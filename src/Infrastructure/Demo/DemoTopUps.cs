using Connect.Application.Common.Ports;
using Connect.Application.Orders;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Demo;

/// <summary>A service that is near the end of its data this month, and one that was topped up. Made only where services have the traffic that they would have.</summary>
internal sealed class DemoTopUps(DbSession db, ISubscriptionRepository subscriptions, ITopUps topUps, IOrderRepository orders, INumberSeries numbers)
{
    private static readonly Stmt SelectService = """
        SELECT s.Id, s.OrganisationId FROM Subscription s JOIN Organisation o ON o.Id = s.OrganisationId WHERE o.ExternalId = @organisation AND s.ExternalId = @subscription
        """;

    /// <summary>What such a service uses in the month that it is, in bytes; null for all the others.</summary>
    public static long? UsedThisMonth(DemoSize size, DemoCustomer customer, DemoService service) =>
        size.Usage > 0 ? null
        : service == Near(customer) ? service.PackageBytes * 87 / 100
        : service == ToppedUp(customer) ? service.PackageBytes + DemoCatalogue.TopUps[0].Bytes * 55 / 100
        : null;

    /// <summary>Some time this month.</summary>
    public static DateTimeOffset At(DemoSize size, DateTimeOffset until) => StockholmTime.StartOf(size.Month) + (until - StockholmTime.StartOf(size.Month)) / 2;

    public async Task RunAsync(DemoSize size, DemoCustomer customer, string actor, DateTimeOffset until, CancellationToken cancellation)
    {
        if (size.Usage > 0 || ToppedUp(customer) is not { } wanted) return;
        var key = await db.FirstOrDefaultAsync<Key>(SelectService, new { organisation = customer.Id, subscription = wanted.Id }, cancellation);
        if (key is null || (await topUps.OfMonthAsync(key.OrganisationId, key.Id, size.Month, cancellation)).Count > 0) return;
        var service = (await subscriptions.FindForOperatorAsync(key.OrganisationId, key.Id, cancellation))!;
        var (at, number) = (At(size, until), await numbers.NextFreeAsync("order", orders.IsTakenAsync, cancellation));
        var day = StockholmTime.DayOf(at);
        // What the package is called makes no difference to the order.
        var package = new DataPackage(Guid.Empty, wanted.Package!, wanted.Package!, wanted.PackageBytes, Money.Zero);
        var offered = (await topUps.OfferedAsync(cancellation))[0];
        var order = service.TopUp(package, offered, new OrderStart(number, null, actor, at, day, day));
        var detail = (TopUpDetail)order.Lines[0].Detail;
        order.Sent(null, at);
        order.Deliver(at);
        await orders.SaveAsync(order, cancellation);
        service.ToppedUp(order, detail, at);
        await topUps.AddAsync(order, detail, at, cancellation);
        await subscriptions.SaveAsync(service, cancellation);
    }

    private static DemoService? Near(DemoCustomer customer) => Mobiles(customer).FirstOrDefault();

    private static DemoService? ToppedUp(DemoCustomer customer) => Mobiles(customer).Skip(1).FirstOrDefault();

    private static IEnumerable<DemoService> Mobiles(DemoCustomer customer) =>
        customer.Services.Where(service => service is { Kind: SubscriptionKind.Mobile, Status: SubscriptionStatus.Active, PackageBytes: > 1_000_000_000 });

    private sealed record Key
    {
        public Guid Id { get; init; }
        public Guid OrganisationId { get; init; }
    }
}
