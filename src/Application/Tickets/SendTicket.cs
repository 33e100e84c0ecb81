using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Domain.Orders;
using Connect.Domain.Tickets;

namespace Connect.Application.Tickets;

/// <summary>Tells the operator of a new ticket, an answer or its closing, under the same key at every try; the news of one ticket in the order they came.</summary>
internal sealed class SendTicket(ITicketRepository tickets, ITicketRequests requests, IOperatorGateway gateway, ITransactions transactions) : IWorkHandler
{
    public const string KindName = "tickets.send";

    public string Kind => KindName;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        var told = JsonSerializer.Deserialize<ToldTicket>(work.Payload!, JsonSerializerOptions.Web)!;
        if (await tickets.FindForOperatorAsync(work.SubjectId, cancellation) is not { } ticket) return;
        var request = await requests.MakeAsync(ticket, told.News, told.MessageId, cancellation) with { IdempotencyKey = work.IdempotencyKey, At = told.At };
        switch (await gateway.TicketAsync(request, cancellation))
        {
            case GatewayAnswer.Rejected rejected: throw new WorkRejectedException(rejected.Reason ?? OwnReasons.Refused);
            case GatewayAnswer.Unknown unknown: throw new GatewayUnavailableException(unknown.Detail);
            case GatewayAnswer.Accepted accepted: await TakenAsync(ticket.Id, told, accepted.ExternalId, cancellation); break;
            case GatewayAnswer.Done done: await TakenAsync(ticket.Id, told, done.ExternalId, cancellation); break;
        }
    }

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation) =>
        ChangeAsync(work.SubjectId, ticket => ticket.NotSent(OrderData.Shortened(refusal ?? OwnReasons.NoAnswer)), cancellation);

    // The reference to a new ticket is its own and its text's, that to an answer the answer's: a load finds them by it.
    private async Task TakenAsync(Guid id, ToldTicket told, string? reference, CancellationToken cancellation)
    {
        if (reference is not null && told.MessageId is { } message) await transactions.RunAsync(async () =>
        {
            if (told.News == TicketNews.Created) await tickets.GiveIdAsync(id, reference, cancellation);
            await tickets.GiveMessageIdAsync(message, reference, cancellation);
            return true;
        }, cancellation);
        await ChangeAsync(id, ticket => ticket.Sent(), cancellation);
    }

    private Task ChangeAsync(Guid id, Action<Ticket> change, CancellationToken cancellation) => transactions.RunAsync(async () =>
    {
        // Read anew: the operator's first answer may have been quicker.
        if (await tickets.FindForOperatorAsync(id, cancellation) is not { } ticket) return false;
        var before = ticket.Data;
        change(ticket);
        if (ticket.Data != before) await tickets.SaveAsync(ticket, cancellation);
        return true;
    }, cancellation);
}

/// <summary>Makes of a ticket's news what the operator's systems understand: their own ids in place of ours.</summary>
public interface ITicketRequests
{
    /// <returns>Without the key and the instant, which are the work's.</returns>
    Task<TicketRequest> MakeAsync(Ticket ticket, TicketNews news, Guid? messageId, CancellationToken cancellation);
}
