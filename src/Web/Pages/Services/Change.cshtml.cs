using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Ändra tjänst: data package and price lists, "Nästa", what that costs and the day, "Beställ". The choice is part of the address.</summary>
public sealed class ChangeModel : ServicePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? DataPackage { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? PriceList { get; set; }

    [BindProperty(SupportsGet = true)]
    public List<Guid> ExtraPriceLists { get; set; } = [];

    /// <summary>A choice is made; without it the lists beside the base one are those of the service, not none.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Review { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    public ChangeTerms Terms { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Review ? await Submit(new GetChange(Id, Choice), Show) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Review = true;
        await LoadAsync();
        return await Submit(new ChangeSubscription(Id, DataPackage, PriceList, ExtraPriceLists, StartsOn, RequestId),
            placed => Ordered(Text.Get("Change.Done", Format.Day(StartsOn!.Value), placed.Number), placed.Number));
    }

    protected override async Task LoadAsync()
    {
        // The choice may have become none: what is wrong with it is said when it is sent.
        Terms = (Review ? await AllowedAsync(new GetChange(Id, Choice)) : null) ?? await SendAsync(new GetChange(Id));
        if (!Review) (DataPackage, PriceList, ExtraPriceLists) = (Terms.Now.Package?.Id, Terms.Now.Base?.Id, [.. Terms.Now.Extra.Select(list => list.Id)]);
        if (Request.Method == HttpMethods.Get) StartsOn = Terms.Outcome?.Earliest;
        About("Change.Title", Terms.UserName, Terms.PhoneNumber);
    }

    private PlanChoice Choice => new(DataPackage, PriceList, ExtraPriceLists);

    private IActionResult Show(ChangeTerms terms)
    {
        Terms = terms;
        return Page();
    }
}
