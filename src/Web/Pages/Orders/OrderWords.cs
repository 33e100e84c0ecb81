using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;

namespace Connect.Web.Pages.Orders;

/// <summary>What was ordered, as it stands on the order's page: a label and a value each.</summary>
internal static class OrderWords
{
    public static IReadOnlyList<(string Label, string Value)> Of(OrderedLine line) =>
        [.. Parts(line).Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => (Text.Get($"Orders.Line.{part.Key}"), part.Value!))];

    /// <summary>Of a new service, without its price: that is told by itself.</summary>
    public static IReadOnlyList<(string Label, string Value)> Of(NewSubscriptionDetail wanted) =>
        [.. NewServiceWords.Of(wanted).Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => (Text.Get($"Orders.Line.{part.Key}"), part.Value!))];

    private static IEnumerable<(string Key, string? Value)> Parts(OrderedLine line) => line.Detail switch
    {
        NewSubscriptionDetail wanted => [("Product", wanted.Product.Name), .. NewServiceWords.Of(wanted), .. Prices(wanted)],
        SimReplacementDetail sim => Sim(sim),
        ChangeDetail change => Change(change),
        TopUpDetail topUp => [("TopUp", topUp.Package.Name), ("Month", Format.Month(topUp.Month)), ("OneTimePrice", Price(topUp.Price))],
        MoveDetail move => [("From", move.From), ("To", move.To)],
        TerminationDetail end => [("InvoicedUntil", Format.Day(end.InvoicedUntil)), ("CostAfter", Price(end.CostAfter))],
        LoadedDetail loaded => [("Description", loaded.Description), ("MonthlyPrice", Priced(line.MonthlyPrice)), ("OneTimePrice", Priced(line.OneTimePrice))],
        _ => [],
    };

    private static (string, string?)[] Prices(NewSubscriptionDetail wanted) =>
    [
        ("MonthlyNet", Text.Get("Orders.Line.AMonth", Price(wanted.MonthlyPrice))), ("MonthlyGross", Text.Get("Orders.Line.AMonth", Price(new AmountWithVat(wanted.MonthlyPrice).Total))),
        ("Once", Price(wanted.OneTimePrice)), ("OnceGross", Priced(new AmountWithVat(wanted.OneTimePrice).Total)),
    ];

    private static (string, string?)[] Sim(SimReplacementDetail sim) =>
    [
        ("SimWay", Text.Get($"Orders.SimWay.{sim.Way}")), ("Email", sim.Email), ("Icc", sim.Icc),
        ("Address", sim.Address?.ToString()),
    ];

    private static (string, string?)[] Change(ChangeDetail change) =>
    [
        ("Before", change.Before), ("After", change.After),
        ("PriceBefore", Text.Get("Orders.Line.AMonth", Price(change.MonthlyPriceBefore))), ("PriceAfter", Text.Get("Orders.Line.AMonth", Price(change.MonthlyPrice))),
    ];

    private static string? Priced(Money price) => price == Money.Zero ? null : Price(price);

    private static string Price(Money price) => Format.Money(price);
}
