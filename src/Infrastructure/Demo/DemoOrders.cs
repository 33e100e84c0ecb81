using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Operator.Import;

namespace Connect.Infrastructure.Demo;

/// <summary>Orders of the last year that fit what the services are now: of every type and in every state.</summary>
internal sealed class DemoOrders(DemoSize size, DateTimeOffset until)
{
    private const string NoCredit = "Kreditprövningen godkändes inte.";
    private static readonly string[] OfLines = ["Adressen har inget fibernät.", NoCredit];
    private static readonly string[] OfNumbers = ["Numret går inte att flytta: uppgifterna stämmer inte med den andra operatörens.", NoCredit];
    private int _number;

    public static void WriteTo(CsvFolder folder, DemoSize size, IReadOnlyList<DemoCustomer> customers, IReadOnlyList<DemoUser> users, DateTimeOffset until) => folder.Write(Kinds.Orders,
        "id organisation number account subscription type state description user orderedBy orderedAt startsOn expectedOn endedAt reason monthlyPrice oneTimePrice",
        customers.SelectMany((customer, i) => new DemoOrders(size, until) { _number = 500_000 + 400_000 * i }.Of(customer, users.First(user => user.Organisation == customer.Id))));

    private IEnumerable<string?[]> Of(DemoCustomer customer, DemoUser user)
    {
        var random = DemoRandom.For(size.Seed, customer.Id + "/orders");
        foreach (var service in customer.Services)
        {
            if (MadeFor(random, service) is { } made) yield return Row(customer, user, service, made);
            if (random.Chance(3)) yield return Row(customer, user, null, new(OrderType.NewSubscription, OrderState.Rejected, Ago(random, 5, 330)) { Account = service.Account, Product = service.Product, Reason = random.Pick(NewServiceParts.Of(service.Kind).Number ? OfNumbers : OfLines) });
        }
    }

    // What changed a service has been carried out when the service is as it is; what is open has been begun, for only that leaves it to the operator.
    private DemoOrder? MadeFor(DemoRandom random, DemoService service) => service.Status switch
    {
        SubscriptionStatus.Ordered => new(OrderType.NewSubscription, OrderState.Processing, Ago(random, 0, 6)) { StartsOn = service.StartsOn, Product = service.Product },
        SubscriptionStatus.Terminating => new(OrderType.Termination, OrderState.Processing, Ago(random, 5, 40)) { StartsOn = service.EndsOn },
        SubscriptionStatus.Terminated => new(OrderType.Termination, OrderState.Delivered, Before(random, service.EndsOn!.Value)) { StartsOn = service.EndsOn },
        _ when service.StartsOn > size.Month.AddMonths(-13) => new(OrderType.NewSubscription, OrderState.Delivered, Before(random, service.StartsOn)) { StartsOn = service.StartsOn, Product = service.Product },
        SubscriptionStatus.Active when service.IsMobile && random.Chance(14) => Changed(random, service),
        _ => null,
    };

    private DemoOrder Changed(DemoRandom random, DemoService service)
    {
        var type = random.Pick([OrderType.SimReplacement, OrderType.SimReplacement, OrderType.Change, OrderType.Move]);
        // One in ten is on its way: a card that is posted.
        if (type == OrderType.SimReplacement && random.Chance(20)) return new(type, random.Chance(40) ? OrderState.Received : OrderState.Processing, Ago(random, 0, 2));
        var state = random.Chance(85) ? OrderState.Delivered : random.Chance(50) ? OrderState.Rejected : OrderState.Cancelled;
        return new(type, state, Ago(random, 4, 330)) { Product = type == OrderType.Change ? service.Product : null, Reason = state == OrderState.Rejected ? "Tjänsten är spärrad för ändringar." : null };
    }

    private string?[] Row(DemoCustomer customer, DemoUser user, DemoService? service, DemoOrder made)
    {
        var (number, account) = (++_number, made.Account ?? service!.Account);
        var day = StockholmTime.DayOf(made.At);
        var extras = service is null ? [] : DemoServiceFiles.Extras(size, customer, service);
        // Nothing is promised for a day that has been.
        var starts = made.StartsOn is { } on && on > day ? on : day;
        var expected = made.StartsOn is null || made.StartsOn <= day ? day.AddDays(4) : starts;
        var ended = made.State is OrderState.Received or OrderState.Processing ? (DateTimeOffset?)null : EndOf(made, expected, number);
        return
        [
            $"BO-{number}", customer.Id, DemoFiles.Written(number), account.Id, service?.Id, Choices<OrderType>.Spelled(made.Type), Choices<OrderState>.Spelled(made.State),
            Description(made, extras), "U-" + user.UserName, user.Name, DemoFiles.Time(made.At), DemoFiles.Day(starts), DemoFiles.Day(expected), ended is { } end ? DemoFiles.Time(end) : null, made.Reason,
            DemoFiles.Written(made.Product is { } product ? product.Monthly + extras.Sum(extra => extra.Monthly) : 0), DemoFiles.Written(made.Type == OrderType.NewSubscription ? made.Product?.OneTime ?? 0 : 0),
        ];
    }

    private DateTimeOffset EndOf(DemoOrder made, DateOnly expected, int number)
    {
        var end = made.State == OrderState.Delivered ? StockholmTime.StartOf(expected).AddMinutes(480 + number * 37 % 480) : made.At.AddHours(20);
        return end < made.At ? made.At.AddHours(1) : end > until ? until : end;
    }

    private static string Description(DemoOrder made, IReadOnlyList<(string Name, int Monthly)> extras) => made.Type switch
    {
        OrderType.NewSubscription => string.Join(", ", extras.Select(extra => extra.Name).Prepend(made.Product!.Name)),
        OrderType.SimReplacement => "Nytt SIM-kort med post",
        OrderType.Change => $"Nytt datapaket till {made.Product!.Name}",
        OrderType.Move => "Flytt från ett annat konto",
        _ => "Avslut av tjänsten",
    };

    private DateTimeOffset Ago(DemoRandom random, int from, int to) => until.AddDays(-random.Between(from, to)).AddMinutes(-random.Between(5, 400));

    private DateTimeOffset Before(DemoRandom random, DateOnly day)
    {
        var at = StockholmTime.StartOf(day.AddDays(-random.Between(4, 20))).AddMinutes(random.Between(480, 1020));
        return at < until ? at : until.AddHours(-1);
    }
}

/// <summary>An order of the demo data.</summary>
internal sealed record DemoOrder(OrderType Type, OrderState State, DateTimeOffset At)
{
    public DateOnly? StartsOn { get; init; }
    public DemoAccount? Account { get; init; }
    public DemoProduct? Product { get; init; }
    public string? Reason { get; init; }
}
