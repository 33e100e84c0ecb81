using Connect.Application.Common.Ports;
using Microsoft.Extensions.Logging;

namespace Connect.Infrastructure.Messages;

/// <summary>Work <c>messages.send</c>: sends one message and blanks what was secret in it. Sent a second time only when the process died between the two.</summary>
internal sealed class SendMessages(OutgoingMessages messages, IEnumerable<IMessageTransport> transports, ILogger<SendMessages> logger) : IWorkHandler
{
    public const string WorkKind = "messages.send";

    public string Kind => WorkKind;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        if (await messages.FindAsync(work.SubjectId, cancellation) is not { SentAt: null } message) return;
        await transports.Single(transport => transport.Channel == message.Channel).SendAsync(message, cancellation);
        // It is out: noting that must not fail because the program is being stopped.
        await messages.SentAsync(message.Id, CancellationToken.None);
    }

    public async Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation)
    {
        logger.LogError("Message {MessageId} could not be sent: {Reason}", work.SubjectId, refusal ?? "the tries ran out");
        await messages.BlankAsync(work.SubjectId, cancellation);
    }
}
