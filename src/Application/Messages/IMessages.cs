namespace Connect.Application.Messages;

/// <summary>Mail and SMS. Written to the outgoing messages in the running transaction, sent afterwards by the work engine, once.</summary>
public interface IMessages
{
    Task MailAsync(Mail mail, CancellationToken cancellation);

    Task SmsAsync(Sms sms, CancellationToken cancellation);
}

/// <summary>A mail in the reader's language. Text and subject come from <c>Texts/Messages.resx</c>.</summary>
public sealed record Mail
{
    /// <summary>The address, checked; a line break in it is refused.</summary>
    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>Images that the text speaks of, such as an eSIM's QR code.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Where an answer goes to, when not to the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Text and attachments are blanked in the database once the mail has been sent.</summary>
    public bool IsSecret { get; init; }

    public Guid? OrganisationId { get; init; }
    public Guid? UserId { get; init; }
}

public sealed record MailAttachment(string FileName, string ContentType, byte[] Content);

/// <summary>A text message. Always secret: blanked once sent.</summary>
/// <param name="To">E.164.</param>
public sealed record Sms(string To, string Text)
{
    public Guid? OrganisationId { get; init; }
    public Guid? UserId { get; init; }
}
