using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Web.Pages.Services;
using Connect.Web.TagHelpers;

namespace Connect.Web.Pages.Orders.New;

/// <summary>What can be ordered, as it is chosen among.</summary>
internal static class OrderChoices
{
    /// <summary>In their order, with what each holds.</summary>
    public static IEnumerable<Choice> Categories(IEnumerable<OrderableProduct> products) => products.GroupBy(product => product.CategoryId)
        .Select(category => new Choice($"{category.Key}", category.First().Category, string.Join(", ", category.Select(product => product.Name))));

    public static IEnumerable<Choice> Products(IEnumerable<OrderableProduct> products) => products.Select(product => new Choice($"{product.Id}", product.Name,
        string.Join("\n", new[] { product.Description, Price(product) }.Where(part => !string.IsNullOrEmpty(part)))));

    /// <summary>Notice and commitment, as one reads them.</summary>
    public static string Terms(int noticeMonths, int commitmentMonths) =>
        commitmentMonths > 0 ? Text.Get("NewOrder.TermsBound", commitmentMonths, noticeMonths) : Text.Get("NewOrder.TermsFree", noticeMonths);

    public static string Price(OrderableProduct product) => product.OneTimePrice.TenThousandths == 0 ? PlanChoices.Price(product.MonthlyPrice)
        : Text.Get("NewOrder.MonthlyAndOnce", PlanChoices.Price(product.MonthlyPrice), Format.Money(product.OneTimePrice));
}
