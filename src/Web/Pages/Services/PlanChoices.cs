using Connect.Application.Common.Texts;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Web.TagHelpers;

namespace Connect.Web.Pages.Services;

/// <summary>Data packages and price lists as they are chosen among, with their prices.</summary>
internal static class PlanChoices
{
    public static string Price(Money price) => price == Money.Zero ? Text.Get("Change.NoCost") : Text.Get("Change.AMonth", Format.Money(price));

    public static Choice Of(DataPackage package, string more = "") => new($"{package.Id}", package.Name, Price(package.MonthlyPrice) + more);

    public static Choice Of(PriceList list) => Of(list.Id, list.Name, list.Description, list.MonthlyPrice);

    public static Choice Of(Guid id, string name, string? description, Money price) => new($"{id}", name, description is { Length: > 0 } ? $"{description} · {Price(price)}" : Price(price));
}
