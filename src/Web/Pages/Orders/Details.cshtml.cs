using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Domain.Users;

namespace Connect.Web.Pages.Orders;

/// <summary>One order: what was ordered, where it stands and how it came there.</summary>
public sealed class DetailsModel(ICurrentUser user) : OrderPage(user)
{
    private readonly ICurrentUser _user = user;

    public bool LeadsToAccount => _user.Has(Right.ViewAccounts);
    public bool LeadsToService => Order.SubscriptionId is not null && _user.Has(Right.ViewSubscriptions);

    /// <summary>Class of the state's pill.</summary>
    public string? Tone => ListOrders.States.First(state => Equals(state.Stored, Order.State)).Tone switch
    {
        ListTone.Good => "is-ok",
        ListTone.Warning => "is-warn",
        ListTone.Bad => "is-bad",
        _ => null,
    };

    /// <summary>Where to order it anew; null when it is no rejected order of a new service.</summary>
    public string? Again => Order is { State: OrderState.Rejected, Type: OrderType.NewSubscription } && _user.Has(Right.PlaceOrders) ? $"/orders/new?account={Uri.EscapeDataString(Order.AccountNumber)}" : null;

    /// <summary>Where to ask why it was rejected.</summary>
    public string? Ask => Order.State == OrderState.Rejected && _user.Has(Right.ManageTickets) ? $"/tickets/new?account={Uri.EscapeDataString(Order.AccountNumber)}" : null;

    public bool MayCancelNow => Order.CanCancel && MayCancel;

    /// <summary>Key of what the user does with a new SIM card; null when none was delivered.</summary>
    public string? Next => Order.State != OrderState.Delivered ? null : Order.Lines.Select(line => line.Detail).FirstOrDefault() switch
    {
        LoadedDetail { Of: OrderType.SimReplacement } => "Orders.Next.Loaded",
        { NewCard: { } card } => $"Orders.Next.{card.Way}",
        _ => null,
    };

    public IReadOnlyList<OrderStage> Stages => OrderStage.Of(Order);

    public Task OnGetAsync() => LoadAsync();

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        ViewData["Title"] = Text.Get("Orders.TitleOf", Order.Number);
        ViewData["Subtitle"] = What;
        ViewData["Crumbs"] = Crumbs;
    }
}

/// <summary>One of the three stages that every order passes, as far as it came.</summary>
/// <param name="Text">Key of its name.</param>
/// <param name="At">When it came there; null while it has not.</param>
/// <param name="Mark"><c>done</c>, <c>now</c>, <c>coming</c> or <c>bad</c>.</param>
public sealed record OrderStage(string Text, DateTimeOffset? At, string Mark)
{
    public static IReadOnlyList<OrderStage> Of(OrderView order)
    {
        DateTimeOffset? First(OrderState state) => order.Steps.FirstOrDefault(step => step.State == state)?.At;
        var begun = First(OrderState.Processing);
        var received = new OrderStage("Orders.State.Received", order.OrderedAt, order.State == OrderState.Received ? "now" : "done");
        return order.State switch
        {
            OrderState.Received => [received, new("Orders.State.Processing", null, "coming"), new("Orders.State.Delivered", null, "coming")],
            OrderState.Processing => [received, new("Orders.State.Processing", begun, "now"), new("Orders.State.Delivered", null, "coming")],
            OrderState.Delivered => [received, new("Orders.State.Processing", begun, "done"), new("Orders.State.Delivered", order.EndedAt, "done")],
            _ => [received, .. begun is null ? Array.Empty<OrderStage>() : [new("Orders.State.Processing", begun, "done")], new($"Orders.State.{order.State}", order.EndedAt, "bad")],
        };
    }
}
