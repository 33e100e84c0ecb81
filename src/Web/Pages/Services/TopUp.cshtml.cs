using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;
using Connect.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Fyll på data: the package, then "Bekräfta". What each costs and until when it can be used stands there.</summary>
public sealed class TopUpModel(ICurrentUser user) : ServicePage
{
    [BindProperty]
    public Guid? DataPackage { get; set; }

    /// <summary>The month that was shown.</summary>
    [BindProperty]
    public DateOnly? Month { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    public TopUpTerms Terms { get; private set; } = null!;

    /// <summary>Data used in the month so far, bytes; null for whoever may not see it.</summary>
    public long? Used { get; private set; }

    public IEnumerable<Choice> Packages => Terms.Offered.Select(offered => new Choice($"{offered.Id}", offered.Name, Text.Get("TopUp.Once", Format.Money(offered.MonthlyPrice))));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(new TopUpData(Id, DataPackage, Month, RequestId), placed => Ordered(Done(placed.Number), placed.Number));
    }

    protected override async Task LoadAsync()
    {
        Terms = await SendAsync(new GetTopUp(Id));
        if (user.Has(Right.ViewSubscriptions)) Used = (await FindAsync(new GetSubscription(Id)))?.ThisMonth.Bytes;
        About("TopUp.Title", Terms.UserName, Terms.PhoneNumber);
    }

    private string Done(string number)
    {
        // Sent once more after the package has left the catalogue it is the same order.
        if (Terms.Offered.FirstOrDefault(offered => offered.Id == DataPackage) is not { } chosen) return Text.Get("TopUp.DoneBefore", number);
        return Text.Get("TopUp.Done", chosen.Name, Format.Month(Terms.Month), number, Format.Money(chosen.MonthlyPrice));
    }
}
