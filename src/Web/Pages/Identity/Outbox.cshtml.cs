using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Infrastructure.Messages;
using Connect.Web.Infrastructure;

namespace Connect.Web.Pages.Identity;

/// <summary>What would have been sent, in Development and Testing; elsewhere there is no such page.</summary>
[Open]
internal sealed class OutboxModel(IHostEnvironment environment, DevOutbox outbox) : PortalPage
{
    public IReadOnlyList<DevMessage> Messages { get; private set; } = [];

    public void OnGet()
    {
        if (!MessagesModule.HasOutbox(environment)) throw new NotFoundException();
        Messages = outbox.List();
    }
}
