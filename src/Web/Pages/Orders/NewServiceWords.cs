using Connect.Application.Common.Texts;
using Connect.Domain.Accounts;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Web.Pages.Services;

namespace Connect.Web.Pages.Orders;

/// <summary>What was told of a new service: the key of a label and a value each, null for what its kind lacks.</summary>
internal static class NewServiceWords
{
    public static IEnumerable<(string Key, string? Value)> Of(NewSubscriptionDetail wanted) =>
    [
        (MobileNetwork.Serves(wanted.Kind) ? "UserName" : "ServiceName", wanted.UserName), ("CostCentre", wanted.CostCentre), ("EmployeeNumber", wanted.EmployeeNumber),
        ("Number", Number(wanted.Number)), ("FixedNumber", Number(wanted.FixedNumber)),
        ("Sim", wanted.Sim is { } card ? Text.Get($"Orders.SimWay.{card.Way}") : null), ("Email", wanted.Sim?.Email), ("Icc", wanted.Sim?.Icc),
        ("Address", wanted.Sim?.Address?.ToString()),
        ("DataPackage", wanted.DataPackage?.Name), ("PriceList", wanted.PriceList?.Name), ("ExtraPriceLists", Names(wanted.ExtraPriceLists)), ("AddOns", Names(wanted.AddOns)),
        ("Handsets", string.Join(", ", wanted.Handsets.Select(kind => Text.Get($"Services.Handset.{kind}")))),
        ("Barrings", string.Join(", ", wanted.BarringSet.Kinds.Select(BarringChoices.Name))),
        (wanted.OtherEnd is null ? "Installation" : "EndA", Written(wanted.Installation)), ("EndB", Written(wanted.OtherEnd)),
        ("Speed", wanted.DownMbit is { } down ? Text.Get("Orders.Line.SpeedIs", down, wanted.UpMbit ?? down) : null),
        ("Agreement", wanted.Terms.Agreement),
    ];

    private static string? Number(NumberWish? wish) => wish is null ? null
        : wish.Ported is { } number ? Text.Get("Orders.Line.Ported", Format.Phone(number), wish.LosingOperator) : Text.Get("Orders.Line.NewNumber");

    private static string Names(IEnumerable<ChangePart> parts) => string.Join(", ", parts.Select(part => part.Name));

    private static string? Written(PostalAddress? address) => address?.ToString();
}
