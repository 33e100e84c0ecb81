using Connect.Application.Common.Texts;
using Connect.Application.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Orders.New;

/// <summary>What is ordered, of the chosen category.</summary>
public sealed class ProductModel() : DraftPage(DraftStep.Product)
{
    [BindProperty]
    public Guid? Product { get; set; }

    public IReadOnlyList<OrderableProduct> Products { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere) return elsewhere;
        Product = Order.ProductId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere) return elsewhere;
        if (Product is null) ModelState.AddModelError(nameof(Product), Text.Get("Errors.EnumValidator"));
        return await NextAsync(new SaveOrderDraft(Draft) { Product = Product }, DraftStep.Details);
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        ViewData["PageClass"] = "is-narrow";
        Products = [.. (await SendAsync(new ListOrderableProducts())).Where(product => product.CategoryId == Order.CategoryId)];
    }
}
