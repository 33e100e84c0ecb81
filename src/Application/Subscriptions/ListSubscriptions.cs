using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Subscriptions;

/// <summary>The services within the user's reach, active ones unless something else is asked for.</summary>
[Requires(Right.ViewSubscriptions)]
public sealed record ListSubscriptions(ListRequest Request) : IQuery<ListPage<SubscriptionRow>>
{
    public static readonly IReadOnlyList<ListChoice> Statuses =
    [
        new("ordered", "Services.Status.Ordered", SubscriptionStatus.Ordered, ListTone.Warning),
        new("active", "Services.Status.Active", SubscriptionStatus.Active, ListTone.Good),
        new("barred", "Services.Status.Barred", SubscriptionStatus.Barred, ListTone.Bad),
        new("terminating", "Services.Status.Terminating", SubscriptionStatus.Terminating, ListTone.Warning),
        new("terminated", "Services.Status.Terminated", SubscriptionStatus.Terminated),
    ];

    public static readonly IReadOnlyList<ListChoice> Kinds =
    [
        new("mobile", "Services.Kind.Mobile", SubscriptionKind.Mobile),
        new("pbx-user", "Services.Kind.PbxUser", SubscriptionKind.PbxUser),
        new("mobile-broadband", "Services.Kind.MobileBroadband", SubscriptionKind.MobileBroadband),
        new("fixed-telephony", "Services.Kind.FixedTelephony", SubscriptionKind.FixedTelephony),
        new("broadband", "Services.Kind.Broadband", SubscriptionKind.Broadband),
        new("capacity", "Services.Kind.Capacity", SubscriptionKind.Capacity),
    ];

    public static readonly ListColumns<SubscriptionRow> Columns = new()
    {
        Name = "services",
        DefaultSort = new("name"),
        Presets = new Dictionary<string, ListFilter> { ["status"] = new ChoiceFilter(["active", "barred", "terminating"]) },
        Columns =
        [
            new("status", "Services.Column.Status", ListColumnType.Choice, row => row.Status) { Choices = Statuses, Card = CardRole.Badge },
            new("name", "Services.Column.UserName", ListColumnType.Text, row => row.UserName) { Card = CardRole.Title },
            new("phone", "Services.Column.Phone", ListColumnType.Phone, row => row.PhoneNumber ?? row.FixedNumber),
            new("service", "Services.Column.Service", ListColumnType.Choice, row => row.Product),
            new("kind", "Services.Column.Kind", ListColumnType.Choice, row => row.Kind) { Choices = Kinds, Card = CardRole.Hidden },
            new("account", "Services.Column.Account", ListColumnType.Text, row => row.Account),
            new("price", "Services.Column.Price", ListColumnType.Money, row => row.MonthlyPrice),
            new("cost-centre", "Services.Column.CostCentre", ListColumnType.Text, row => row.CostCentre),
            new("employee", "Services.Column.EmployeeNumber", ListColumnType.Text, row => row.EmployeeNumber),
            new("ends", "Services.Column.EndsOn", ListColumnType.Date, row => row.EndsOn),
        ],
    };
}
