using Connect.Application.Audit;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Audit;

/// <summary>One entry of the audit log.</summary>
public sealed class DetailsModel(ICurrentUser user) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public AuditEntryView Entry { get; private set; } = null!;

    /// <summary>The page of what it is about; null where the user has none.</summary>
    public string? SubjectLink => Entry.SubjectKind == "BulkJob" && Entry.BulkJobId is { } job && user.Has(Right.ManageSubscriptions) ? $"/services/bulk/{job}" : Entry.Subject is null ? null : Entry.SubjectKind switch
    {
        "Subscription" when user.Has(Right.ViewSubscriptions) => $"/services/{Entry.SubjectId}",
        "Account" when user.Has(Right.ViewAccounts) => $"/accounts/{Uri.EscapeDataString(Entry.SubjectNumber ?? "")}",
        "Order" when user.Has(Right.PlaceOrders) => $"/orders/{Uri.EscapeDataString(Entry.Subject)}",
        "Ticket" when user.Has(Right.ManageTickets) => $"/tickets/{Uri.EscapeDataString(Entry.Subject)}",
        "Invoice" when user.Has(Right.ViewInvoices) => $"/invoices/{Uri.EscapeDataString(Entry.Subject)}",
        "User" => $"/users/{Entry.SubjectId}",
        _ => null,
    };

    public async Task OnGetAsync()
    {
        Entry = await SendAsync(new GetAuditEntry(Id));
        ViewData["Title"] = AuditActions.Called(Entry.Action);
        // Before a log-in nobody is known to act.
        ViewData["Subtitle"] = Entry.Actor.Length == 0 ? Format.Second(Entry.At) : $"{Format.Second(Entry.At)} · {Entry.Actor}";
        ViewData["Crumbs"] = new Crumb[] { new("/users", Text.Get("Users.Title")), new("/audit", Text.Get("Audit.Title")) };
    }
}
