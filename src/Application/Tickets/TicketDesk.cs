using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Tickets;

namespace Connect.Application.Tickets;

/// <summary>What every action on a ticket does around its rule: numbers, agreed times, saving, and telling the operator, all in the command's transaction.</summary>
public sealed class TicketDesk(ITicketRepository tickets, IAgreedTimes agreed, INumberSeries numbers, IWorkQueue work, TimeProvider clock)
{
    private const string Series = "ticket";

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<string> NextNumberAsync(CancellationToken cancellation) => numbers.NextFreeAsync(Series, tickets.IsTakenAsync, cancellation);

    /// <summary>The times agreed for a ticket of that priority; null where none are.</summary>
    public async Task<AgreedTimes?> AgreedAsync(Domain.Users.AccountReach reach, Guid? subscriptionId, TicketPriority? priority, CancellationToken cancellation) =>
        priority is { } known ? (await agreed.OfAsync(reach, subscriptionId, clock.Today(), cancellation)).GetValueOrDefault(known) : null;

    /// <summary>Writes the ticket and tells the operator what the customer did, in the order it was done.</summary>
    /// <param name="message">What was written; null when it was closed.</param>
    public async Task SaveAndTellAsync(Ticket ticket, TicketNews news, TicketMessage? message, CancellationToken cancellation)
    {
        await tickets.SaveAsync(ticket, cancellation);
        await work.EnqueueAsync(new NewWork(SendTicket.KindName, ticket.Id)
        {
            Payload = JsonSerializer.Serialize(new ToldTicket(news, message?.Id, Now), JsonSerializerOptions.Web),
            IdempotencyKey = $"{SendTicket.KindName}/{message?.Id ?? Guid.CreateVersion7():N}",
        }, cancellation);
    }

    internal static TicketActor ActorOf(ICurrentUser user) => new(user.Id, user.Identity!.DisplayName);
}

/// <summary>What a customer did to a ticket.</summary>
public enum TicketNews
{
    Created = 1,
    Answered = 2,
    Closed = 3,
}

/// <summary>News of a ticket as they wait.</summary>
internal sealed record ToldTicket(TicketNews News, Guid? MessageId, DateTimeOffset At);
