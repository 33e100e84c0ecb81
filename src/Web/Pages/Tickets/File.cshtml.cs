using Connect.Application.Tickets;
using Connect.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Tickets;

/// <summary>A file of a ticket, as an attachment: never shown, whatever it says to be.</summary>
internal sealed class FileModel : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string number, Guid id)
    {
        var file = await SendAsync(new GetTicketFile(number, id));
        return File(file.Content, file.ContentType, file.FileName);
    }
}
