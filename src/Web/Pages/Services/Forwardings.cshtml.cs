using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Vidarekopplingar: fill in, see what it will do, confirm.</summary>
public sealed class ForwardingsModel : ServicePage
{
    [BindProperty]
    public ForwardingsInput Input { get; set; } = new();

    public ServiceForwardings Service { get; private set; } = null!;

    /// <summary>Null when the user's own log-in codes do not go to this number.</summary>
    public CodeNumber? MyCodes { get; private set; }

    /// <summary>What was filled in is looked at before it is confirmed.</summary>
    public bool IsReview { get; private set; }

    /// <param name="remove">From the row of a forwarding: what will happen is shown at once.</param>
    public async Task OnGetAsync(CallForwardingKind? remove)
    {
        await LoadAsync();
        Input = ForwardingsInput.Of(Service.Forwardings, remove);
        IsReview = ModelState.IsValid && Input.Changed().Any();
    }

    /// <summary>By POST, since numbers are not for addresses and logs.</summary>
    public async Task OnPostReviewAsync()
    {
        await LoadAsync();
        foreach (var (field, code) in ModelState.IsValid ? Input.Problems(Service) : [])
            ModelState.AddModelError(field.Length == 0 ? "" : $"{nameof(Input)}.{field}", Text.Get($"Errors.{code}"));
        IsReview = ModelState.IsValid;
        if (!IsReview) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    public Task OnPostEditAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(Input.ToMessage(Id), change => Confirm(ForwardingWords.Told(change), Link, new("forwardings", Text.Get("Forwardings.ToThem"))), nameof(Input));
    }

    protected override async Task LoadAsync()
    {
        Require(Right.ManageSubscriptions);
        Service = await SendAsync(new GetCallForwardings(Id));
        var me = await SendAsync(new GetMe());
        MyCodes = me.GetsCodesAt(Service.PhoneNumber) ? new CodeNumber(me, "Forwardings.Review.MyCodes") : null;
        About("Forwardings.Title", Service.UserName, Service.PhoneNumber);
    }
}
