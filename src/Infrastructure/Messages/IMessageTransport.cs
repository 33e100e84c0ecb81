namespace Connect.Infrastructure.Messages;

/// <summary>One way out for messages of one channel: SMTP, an SMS gateway, or the development outbox.</summary>
internal interface IMessageTransport
{
    MessageChannel Channel { get; }

    /// <exception cref="Application.Common.Ports.WorkRejectedException">The other side refuses it for good.</exception>
    Task SendAsync(OutgoingMessage message, CancellationToken cancellation);
}
