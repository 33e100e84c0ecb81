using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders.New;

/// <summary>The category that is ordered from.</summary>
public sealed class CategoryModel() : DraftPage(DraftStep.Category)
{
    [BindProperty]
    public Guid? Category { get; set; }

    public IReadOnlyList<OrderableProduct> Products { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere) return elsewhere;
        Category = Order.CategoryId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere) return elsewhere;
        if (Category is null) ModelState.AddModelError(nameof(Category), Text.Get("Errors.EnumValidator"));
        return await NextAsync(new SaveOrderDraft(Draft) { Category = Category }, DraftStep.Product);
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        ViewData["PageClass"] = "is-narrow";
        Products = await SendAsync(new ListOrderableProducts());
    }
}
