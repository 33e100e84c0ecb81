using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Application.Subscriptions;
using Connect.Domain.Orders;
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

    public IEnumerable<Choice> Ways => Enum.GetValues<SimDeliveryWay>()
        .Select(way => new Choice($"{way}", Text.Get($"ReplaceSim.Way.{way}"), Text.Get($"ReplaceSim.Way.{way}.Explained")));

    /// <summary>The known addresses, and a new one last.</summary>
    public IEnumerable<Choice> Addresses => Form.Addresses
        .Select(known => new Choice(known.Key, Text.Get($"ReplaceSim.Address.{known.Key}"), $"{known.Address.Name}, {known.Address.Street}, {known.Address.PostalCode} {known.Address.City}"))
        .Append(new Choice(ReplaceSimInput.NewAddress, Text.Get("ReplaceSim.Address.new")));

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.AddressKey = Form.Addresses is [var first, ..] ? first.Key : ReplaceSimInput.NewAddress;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await Submit(Input.ToMessage(Id, Form), placed => Ordered(Text.Get($"ReplaceSim.Done.{Input.Way}", placed.Number, Input.Email)), nameof(Input));
    }

    protected override async Task LoadAsync()
    {
        Form = await SendAsync(new GetSimReplacementForm(Id));
        var me = await SendAsync(new GetMe());
        MyCodes = me.GetsCodesAt(Form.PhoneNumber) ? new CodeNumber(me, "ReplaceSim.MyCodes") : null;
        About("ReplaceSim.Title", Form.UserName, Form.PhoneNumber);
    }
}
