using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Application.Subscriptions;
using Connect.Web.Components.ReplaceSim;
using Connect.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Services;

/// <summary>Ersätt SIM-kort: three ways to another card.</summary>
public sealed class ReplaceSimModel : ServicePage
{
    [BindProperty]
    public ReplaceSimInput Input { get; set; } = new();

    public SimReplacementForm Form { get; private set; } = null!;

    /// <summary>Null when the user's own log-in codes do not go to this number.</summary>
    public CodeNumber? MyCodes { get; private set; }

    public IEnumerable<Choice> Ways => CardChoices.Ways;

    public IEnumerable<Choice> Addresses => CardChoices.Addresses(Form.Addresses);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.AddressKey = Form.Addresses is [var first, ..] ? first.Key : CardChoices.NewAddress;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(Input.ToMessage(Id, Form), placed => Ordered(Text.Get($"ReplaceSim.Done.{Input.Way}", placed.Number, Input.Email), placed.Number), nameof(Input));
    }

    protected override async Task LoadAsync()
    {
        Form = await SendAsync(new GetSimReplacementForm(Id));
        var me = await SendAsync(new GetMe());
        MyCodes = me.GetsCodesAt(Form.PhoneNumber) ? new CodeNumber(me, "ReplaceSim.MyCodes") : null;
        About("ReplaceSim.Title", Form.UserName, Form.PhoneNumber);
    }
}
