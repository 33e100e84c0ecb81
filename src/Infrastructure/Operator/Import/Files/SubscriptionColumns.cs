using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Operator.Import.Files;

internal static class SubscriptionColumns
{
    public static readonly IReadOnlyList<ImportColumn> All =
    [
        Column.Id("Your id of the subscription, unique within the organisation."),
        Column.Organisation().In("OrganisationId"),
        Column.Reference("account", Kinds.Accounts, "The account that pays.").Required().In("AccountId"),
        Column.Reference("product", Kinds.Products, "What it is a subscription of.").Required().In("ProductId"),
        Column.Reference("agreement", Kinds.Agreements, "The agreement it was ordered under.").In("AgreementId"),
        Column.Choice<SubscriptionStatus>("status", "Where it stands.").Required().In("Status"),
        Column.Text("userName", 200, "Who uses it, or what it is for; shown in the portal and on the invoice.").Required().In("UserName"),
        Column.Text("externalUserName", 100, "The user's name at the customer.").In("ExternalUserName"),
        Column.Text("costCentre", 50, "Cost centre.").In("CostCentre"),
        Column.Text("employeeNumber", 50, "Employee number.").In("EmployeeNumber"),
        Column.Phone("phoneNumber", "The mobile number; for fixed telephony its number.").In("PhoneNumber"),
        Column.Phone("fixedNumber", "The fixed number of a PBX user.").In("FixedNumber"),
        Column.Amount("monthlyPrice", "Kronor a month without VAT for the whole of it: product, data package, price lists and add-ons.").Required().In("MonthlyPrice"),
        Column.Reference("dataPackage", Kinds.DataPackages, "The data package.").In("DataPackageId"),
        Column.Reference("priceList", Kinds.PriceLists, "The base price list.").In("PriceListId"),
        Column.List(Column.Reference("extraPriceLists", Kinds.PriceLists, "Price lists besides the base one."), new("SubscriptionPriceList", "SubscriptionId", "PriceListId")),
        Column.List(Column.Reference("addOns", Kinds.AddOns, "Services on top."), new("SubscriptionAddOn", "SubscriptionId", "AddOnId")),
        Column.Number("noticeMonths", 0, 60, "Months of notice; the agreement's unless given.").In("NoticeMonths"),
        Column.Boolean("noticeToMonthEnd", "Whether notice runs to the end of a calendar month; the agreement's unless given.").In("NoticeToMonthEnd"),
        Column.Date("committedUntil", "Bound until this day.").In("CommittedUntil"),
        Column.Date("startsOn", "The first day.").Required().In("StartsOn"),
        Column.Date("endsOn", "The last day; needed when it is terminating or terminated.").In("EndsOn"),
        Column.Text("installationStreet", 200, "Where a line is installed.").In("InstallationStreet"),
        Column.Text("installationPostalCode", 10, "Its postal code.").In("InstallationPostalCode"),
        Column.Text("installationCity", 100, "Its city.").In("InstallationCity"),
        Column.Text("otherEndStreet", 200, "The other end of a line between two addresses.").In("OtherEndStreet"),
        Column.Text("otherEndPostalCode", 10, "Its postal code.").In("OtherEndPostalCode"),
        Column.Text("otherEndCity", 100, "Its city.").In("OtherEndCity"),
        Column.Number("downMbit", 0, 1_000_000, "Bandwidth in, Mbit/s.").In("DownMbit"),
        Column.Number("upMbit", 0, 1_000_000, "Bandwidth out, Mbit/s.").In("UpMbit"),
    ];
}
