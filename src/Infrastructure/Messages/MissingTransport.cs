namespace Connect.Infrastructure.Messages;

/// <summary>
/// Stands where a channel is not configured: its messages fail with the setting's name, and are tried again until it is there.
/// The command <c>check</c> and the log say so at the start.
/// </summary>
internal sealed class MissingTransport(MessageChannel channel) : IMessageTransport
{
    public MessageChannel Channel => channel;

    public Task SendAsync(OutgoingMessage message, CancellationToken cancellation) =>
        throw new InvalidOperationException(channel == MessageChannel.Mail ? "Mail:Host and Mail:From are not set." : "Sms:Url is not set.");
}
