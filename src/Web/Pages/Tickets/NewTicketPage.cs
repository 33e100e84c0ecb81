using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Connect.Domain.Users;
using Connect.Web.Components.Tickets;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Connect.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Connect.Web.Pages.Tickets;

/// <summary>What the form of a new ticket shows: the subject that is chosen already, and the agreed times.</summary>
public abstract class NewTicketPage(ICurrentUser user) : PortalPage
{
    [BindProperty]
    public NewTicketInput Input { get; set; } = new();

    /// <summary>In the address; without one the types are offered.</summary>
    [FromQuery]
    public string? Type { get; set; }

    /// <summary>Of whose page the form was opened.</summary>
    [FromQuery]
    public Guid? Service { get; set; }

    /// <summary>Number of the account of whose page the form was opened.</summary>
    [FromQuery]
    public string? Account { get; set; }

    public TicketForm Shown { get; private set; } = null!;

    public TicketType? Chosen => (TicketType?)ListTickets.Types.FirstOrDefault(type => type.Value == Type)?.Stored;

    public bool IsSupport => Chosen == TicketType.Support;

    /// <summary>The service belongs to another account than the one of whose page the form was opened.</summary>
    public bool IsOfOtherAccount => Shown.Service is { } service && !string.IsNullOrEmpty(Account) && service.AccountNumber != Account;

    /// <summary>Who may not see services cannot look for one.</summary>
    public bool MayFind => IsSupport && user.Has(Right.ViewSubscriptions);

    public IEnumerable<Choice> Priorities => ListTickets.Priorities.Select(priority => new Choice($"{priority.Stored}", Text.Get(priority.TextKey!), Explained((TicketPriority)priority.Stored!)));

    public string Back => Service is { } service ? $"/services/{service}" : string.IsNullOrEmpty(Account) ? "/tickets" : $"/accounts/{Uri.EscapeDataString(Account)}";

    /// <summary>Something has been typed, which the types are shown with.</summary>
    public bool HasTyped => HttpMethods.IsPost(Request.Method);

    /// <summary>The same form for another type; what is typed never stands in it.</summary>
    public string OfType(string? type, string? handler = null) => "/tickets/new" + QueryString.Create(
        new Dictionary<string, string?> { ["type"] = type, ["service"] = Service?.ToString(), ["account"] = Account, ["handler"] = handler }.Where(part => !string.IsNullOrEmpty(part.Value)));

    /// <summary>Chosen now; those received before are in the form.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public IEnumerable<Choice> FollowerChoices => Colleagues.Select(colleague => new Choice($"{colleague.Id}", colleague.Name, colleague.Account));

    protected Task ReceiveAsync() => TicketUploads.ReceiveAsync(this, Files, Input.Attachments, Input.RequestId, message => SendAsync(message));

    protected override async Task LoadAsync()
    {
        // What is no id names no service either.
        if (ModelState.GetFieldValidationState(nameof(Service)) == ModelValidationState.Invalid) throw new NotFoundException();
        Shown = await SendAsync(new GetTicketForm(Input.ServiceId ?? Service));
        var account = Shown.Service?.AccountNumber ?? Input.Account?.Trim().Split(' ')[0] ?? Account;
        if (Chosen is not null) Colleagues = await SendAsync(new ListTicketColleagues(Account: account));
        ViewData["Title"] = Text.Get("Tickets.New");
        ViewData["PageClass"] = "is-narrow";
        ViewData["Crumbs"] = new Crumb[] { new("/tickets", Text.Get("Tickets.Title")) };
    }

    /// <summary>The account of whose page it was opened, else the only one that there is.</summary>
    protected async Task ChooseAccountAsync()
    {
        var hits = (await SendAsync(new PickAccounts(Account))).Hits;
        var chosen = string.IsNullOrEmpty(Account) ? null : hits.FirstOrDefault(hit => hit.Number == Account);
        if (chosen is not null) Input.Account = PickAccounts.Written(chosen.Number, chosen.DisplayName);
        else if (hits is [var only] && string.IsNullOrEmpty(Account)) Input.Account = PickAccounts.Written(only.Number, only.DisplayName);
    }

    /// <summary>Finds the service of the number that is written; what is wrong is said beside it.</summary>
    protected async Task FindServiceAsync()
    {
        if (!MayFind || Input.ServiceId is not null || string.IsNullOrWhiteSpace(Input.PhoneNumber)) return;
        Input.ServiceId = (await SendAsync(new GetTicketForm(PhoneNumber: Input.PhoneNumber))).Service?.Id;
        if (Input.ServiceId is null) ModelState.AddModelError("Input.PhoneNumber", Text.Get("Errors.TicketServiceUnknown"));
    }

    private string Explained(TicketPriority priority) =>
        $"{Text.Get($"Tickets.Priority.{priority}.Is")}\n{TicketWords.Agreed(Shown.Agreed.FirstOrDefault(times => times.Priority == priority))}".Trim();
}
