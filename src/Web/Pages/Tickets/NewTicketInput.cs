using Connect.Application.Tickets;
using Connect.Domain.Tickets;

namespace Connect.Web.Pages.Tickets;

/// <summary>What is typed and chosen of a new ticket.</summary>
public sealed class NewTicketInput
{
    public Guid RequestId { get; set; }

    /// <summary>As an account field holds it.</summary>
    public string? Account { get; set; }

    /// <summary>The service, once it is found.</summary>
    public Guid? ServiceId { get; set; }

    public string? PhoneNumber { get; set; }
    public TicketPriority Priority { get; set; } = TicketPriority.Normal;
    public string? Title { get; set; }
    public string? Text { get; set; }

    /// <summary>Received files, as the form keeps them.</summary>
    public List<string> Attachments { get; set => field = KeptFile.Some(value); } = [];

    public List<Guid> Followers { get; set; } = [];

    /// <summary>Nothing is written yet but a number: the button that searches was meant.</summary>
    public bool IsOnlyNumber => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Text) && !string.IsNullOrWhiteSpace(PhoneNumber);

    public CreateTicket ToCreate(TicketType type, string? account) => new(type, Title ?? "", Text ?? "", RequestId)
    {
        Account = ServiceId is null ? account ?? "" : null,
        SubscriptionId = ServiceId,
        Priority = type == TicketType.Support ? Priority : null,
        Attachments = KeptFile.Ids(Attachments),
        Followers = Followers,
    };
}
