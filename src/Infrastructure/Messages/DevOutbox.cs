using System.Text.Json;
using Connect.Application.Messages;

namespace Connect.Infrastructure.Messages;

/// <summary>
/// In Development and Testing, what would have been sent, kept as files so that the page <c>/dev/outbox</c> can show it although
/// the database blanks secrets. Never registered elsewhere.
/// </summary>
public sealed class DevOutbox(string folder, TimeProvider clock)
{
    private const int Kept = 200;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<DevMessage> List()
    {
        if (!Directory.Exists(folder)) return [];
        return [.. Files().Take(Kept).Select(file => JsonSerializer.Deserialize<DevMessage>(File.ReadAllBytes(file))).OfType<DevMessage>()];
    }

    internal void Add(OutgoingMessage message)
    {
        Directory.CreateDirectory(folder);
        var now = clock.GetUtcNow();
        var kept = new DevMessage(message.Id, now, message.Channel == MessageChannel.Sms, message.Recipient, message.Subject, message.TextBody ?? "", message.Files);
        // The id is a version 7 one, so names sort as the messages came.
        var path = Path.Combine(folder, $"{message.Id:N}.json");
        File.WriteAllBytes(path + ".part", JsonSerializer.SerializeToUtf8Bytes(kept));
        File.Move(path + ".part", path, overwrite: true);
        foreach (var old in Files().Skip(Kept)) File.Delete(old);
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(folder, "*.json").OrderDescending(StringComparer.Ordinal);
}

/// <summary>A message in the development outbox.</summary>
public sealed record DevMessage(Guid Id, DateTimeOffset At, bool IsSms, string To, string? Subject, string Text, IReadOnlyList<MailAttachment> Attachments);

/// <summary>Puts messages of one channel into the outbox instead of sending them.</summary>
internal sealed class DevTransport(MessageChannel channel, DevOutbox outbox) : IMessageTransport
{
    public MessageChannel Channel => channel;

    public Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        outbox.Add(message);
        return Task.CompletedTask;
    }
}
