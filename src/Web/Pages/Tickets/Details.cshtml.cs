using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Connect.Domain.Users;
using Connect.Web.Components.Tickets;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Tickets;

/// <summary>One ticket: how it stands, its thread, and the answer.</summary>
[FormWithFiles]
public sealed class DetailsModel(ICurrentUser user) : PortalPage
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The form of the answer is open.</summary>
    [FromQuery]
    public bool Answer { get; set; }

    [BindProperty]
    public string? Reply { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    /// <summary>Received files, as the form keeps them.</summary>
    [BindProperty]
    public List<string> Attachments { get; set => field = KeptFile.Some(value); } = [];

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public TicketView Ticket { get; private set; } = null!;

    public bool IsAnswering => Ticket.CanAnswer && (Answer || !ModelState.IsValid || Reply is not null);

    public bool SeesAccounts => user.Has(Right.ViewAccounts);

    public string Link => TicketWords.Link(Number);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await TicketUploads.ReceiveAsync(this, Files, Attachments, RequestId, message => SendAsync(message));
        var result = await Submit(new AnswerTicket(Number, Reply ?? "", RequestId) { Attachments = KeptFile.Ids(Attachments) }, _ => Confirm(Text.Get("Tickets.Answer.Done"), Link));
        // The message's text is the form's reply.
        TicketWords.MoveErrors(ModelState, nameof(AnswerTicket.Text), nameof(Reply));
        return result;
    }

    public async Task<IActionResult> OnPostFollowAsync(Guid colleague)
    {
        await LoadAsync();
        return await Submit(new FollowTicket(Number, colleague), _ => Confirm(Text.Get("Tickets.Followers.Added", TicketWords.NameOf(colleague, Colleagues, Ticket)), Link));
    }

    public async Task<IActionResult> OnPostUnfollowAsync(Guid colleague)
    {
        await LoadAsync();
        return await Submit(new UnfollowTicket(Number, colleague), _ => Confirm(Text.Get("Tickets.Followers.Removed", TicketWords.NameOf(colleague, Colleagues, Ticket)), Link));
    }

    protected override async Task LoadAsync()
    {
        Ticket = await SendAsync(new GetTicket(Number));
        var following = Ticket.Followers.Select(follower => follower.Id).ToHashSet();
        Colleagues = [.. (await SendAsync(new ListTicketColleagues(Number))).Where(colleague => !following.Contains(colleague.Id))];
        ViewData["Title"] = Ticket.Title;
        ViewData["Subtitle"] = $"{Ticket.Number} · {Text.Get($"Tickets.Type.{Ticket.Type}")}";
        ViewData["Crumbs"] = new Crumb[] { new("/tickets", Text.Get("Tickets.Title")) };
    }
}
