using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Messages;

/// <summary>How a message travels. Stored by number.</summary>
internal enum MessageChannel
{
    Mail = 1,
    Sms = 2,
}

/// <summary>Mail and SMS on their way out: written in the running transaction together with the work that sends them.</summary>
internal sealed class OutgoingMessages(DbSession db, IWorkQueue work, ISecretProtector secrets, TimeProvider clock) : IMessages
{
    private static readonly Stmt Insert = """
        INSERT INTO OutgoingMessage (Id, OrganisationId, UserId, Channel, Recipient, ReplyTo, Subject, TextBody, Attachments, IsSecret, CreatedAt)
        VALUES (@Id, @OrganisationId, @UserId, @Channel, @Recipient, @ReplyTo, @Subject, @TextBody, @Attachments, @IsSecret, @now)
        """;

    private static readonly Stmt Select = """
        SELECT Id, OrganisationId, UserId, Channel, Recipient, ReplyTo, Subject, TextBody, Attachments, IsSecret, SentAt FROM OutgoingMessage WHERE Id = @id
        """;

    private static readonly Stmt UpdateSent = """
        UPDATE OutgoingMessage SET SentAt = @now, TextBody = CASE WHEN IsSecret = 1 THEN NULL ELSE TextBody END,
            Attachments = CASE WHEN IsSecret = 1 THEN NULL ELSE Attachments END
        WHERE Id = @id
        """;

    private static readonly Stmt Blank = "UPDATE OutgoingMessage SET TextBody = NULL, Attachments = NULL WHERE Id = @id AND IsSecret = 1";

    public Task MailAsync(Mail mail, CancellationToken cancellation) => AddAsync(new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = mail.OrganisationId,
        UserId = mail.UserId,
        Channel = MessageChannel.Mail,
        Recipient = MailAddresses.Checked(mail.To),
        ReplyTo = mail.ReplyTo is { } answer ? MailAddresses.Checked(answer) : null,
        Subject = MailAddresses.OneLine(mail.Subject),
        TextBody = mail.Text,
        Attachments = mail.Attachments.Count == 0 ? null : JsonSerializer.Serialize(mail.Attachments),
        IsSecret = mail.IsSecret,
    }, cancellation);

    public Task SmsAsync(Sms sms, CancellationToken cancellation) => AddAsync(new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = sms.OrganisationId,
        UserId = sms.UserId,
        Channel = MessageChannel.Sms,
        Recipient = sms.To,
        TextBody = sms.Text,
        IsSecret = true,
    }, cancellation);

    /// <summary>The message with its secrets readable, or null when there is none.</summary>
    public async Task<OutgoingMessage?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var stored = await db.FirstOrDefaultAsync<OutgoingMessage>(Select, new { id }, cancellation);
        return stored is not { IsSecret: true } ? stored : stored with { TextBody = Readable(stored.TextBody), Attachments = Readable(stored.Attachments) };
    }

    /// <summary>Notes that it was sent and blanks what was secret.</summary>
    public Task SentAsync(Guid id, CancellationToken cancellation) => db.ExecuteAsync(UpdateSent, new { id, now = clock.GetUtcNow() }, cancellation);

    /// <summary>Blanks what was secret in a message that will not be sent any more.</summary>
    public Task BlankAsync(Guid id, CancellationToken cancellation) => db.ExecuteAsync(Blank, new { id }, cancellation);

    private async Task AddAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var stored = message.IsSecret ? message with { TextBody = Hidden(message.TextBody), Attachments = Hidden(message.Attachments) } : message;
        await db.ExecuteAsync(Insert, new
        {
            stored.Id, stored.OrganisationId, stored.UserId, stored.Channel, stored.Recipient, stored.ReplyTo, stored.Subject, stored.TextBody, stored.Attachments,
            stored.IsSecret, now = clock.GetUtcNow(),
        }, cancellation);
        await work.EnqueueAsync(new(SendMessages.WorkKind, message.Id), cancellation);
    }

    private string? Hidden(string? text) => text is null ? null : secrets.Protect(text);

    private string? Readable(string? text) => text is null ? null : secrets.Unprotect(text);
}

/// <summary>A row of OutgoingMessage.</summary>
internal sealed record OutgoingMessage
{
    public required Guid Id { get; init; }
    public Guid? OrganisationId { get; init; }
    public Guid? UserId { get; init; }
    public required MessageChannel Channel { get; init; }
    public required string Recipient { get; init; }
    public string? ReplyTo { get; init; }
    public string? Subject { get; init; }
    public string? TextBody { get; init; }

    /// <summary>JSON.</summary>
    public string? Attachments { get; init; }

    public required bool IsSecret { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    public IReadOnlyList<MailAttachment> Files => Attachments is null ? [] : JsonSerializer.Deserialize<List<MailAttachment>>(Attachments)!;
}
