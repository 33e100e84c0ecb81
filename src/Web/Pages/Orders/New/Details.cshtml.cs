using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Connect.Domain.Subscriptions;
using Connect.Web.Pages.Services;
using Connect.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders.New;

/// <summary>What has to be told of the product's kind of service.</summary>
public sealed class DetailsModel() : DraftPage(DraftStep.Details)
{
    [BindProperty]
    public DetailsInput Details { get; set; } = new();

    /// <summary>Of the draft as it was shown.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public OrderForm Form { get; private set; } = null!;

    public IEnumerable<Choice> FixedNumberWays => NumberWays(mobile: false).Append(new Choice($"{NumberWay.None}", Text.Get("NewOrder.NumberWay.None"), Text.Get("NewOrder.NumberWay.None.Explained")));

    public IEnumerable<Choice> Handsets => Enum.GetValues<HandsetKind>().Select(kind => new Choice($"{kind}", Text.Get($"Services.Handset.{kind}"), Text.Get($"NewOrder.Handset.{kind}")));

    public IEnumerable<Choice> Barrings => BarringChoices.Groups.SelectMany(group => group.Kinds).Select(kind => new Choice($"{kind}", BarringChoices.Name(kind), Text.Get($"Barrings.Explained.{kind}")));

    public IEnumerable<Choice> NumberWays(bool mobile) => new[] { NumberWay.New, NumberWay.Ported }
        .Select(way => new Choice($"{way}", Text.Get($"NewOrder.NumberWay.{way}"), Text.Get($"NewOrder.NumberWay.{way}.{(mobile ? "Mobile" : "Fixed")}")));

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere) return elsewhere;
        Version = Order.Version;
        Details = Order.Details is { } told ? DetailsInput.Of(told, Form) : DetailsInput.Empty(Form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere) return elsewhere;
        var told = Details.ToDetails(Form);
        if (!ModelState.IsValid) await TellRestAsync(new PriceOrder(Order.Account!, Order.ProductId, told));
        var answer = await NextAsync(new SaveOrderDraft(Draft) { Details = told, Version = Version }, DraftStep.Summary);
        // It has been told: sent once more, what is filled in here is what counts.
        if (Response.StatusCode == StatusCodes.Status409Conflict) Version = Order.Version;
        return answer;
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Form = await SendAsync(new GetOrderForm(Order.Account!, Order.ProductId!.Value));
    }
}
