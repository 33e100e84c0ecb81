using Connect.Application.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders.New;

/// <summary>An order that has been begun, without a step: leads to where it stands.</summary>
public sealed class ResumeModel() : DraftPage(DraftStep.Account)
{
    public async Task<IActionResult> OnGetAsync() => await ElsewhereAsync() ?? RedirectLocally(LinkTo(Order.Next));
}
