using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;

namespace Connect.Infrastructure.Operator;

/// <summary>
/// The simulated operator's support: takes a ticket up after a while, asks back where it cannot know, and solves it after another while. What it has to do
/// are work items, so it survives restarts; it reports as real systems do, under the id of its work.
/// </summary>
internal sealed class SimulatedSupport(ITicketRepository tickets, IWorkQueue work, CurrentUser caller, SimulatorContext context) : IWorkHandler
{
    public const string KindName = "simulator.ticket";

    private const string Author = "Sara, kundtjänst";
    private const string Asked = "Hej!\n\nTack för ditt ärende. För att komma vidare behöver vi veta lite mer: vilken adress eller plats gäller det, och sedan när? Skriv gärna också vilken modell telefonen är.";
    private const string Taken = "Hej!\n\nTack för ditt ärende. Vi har börjat titta på det och återkommer så snart vi vet mer.";
    private const string Thanks = "Tack för svaret! Nu har vi det vi behöver och fortsätter.";
    private const string Done = "Hej igen!\n\nNu ska det vara löst. Prova gärna, och svara här om något fortfarande inte stämmer.\n\nHälsningar\nKundtjänst";

    public string Kind => KindName;

    /// <summary>What the support does next of a ticket: take it up, thank for an answer, or solve it.</summary>
    public static NewWork Next(Guid ticketId, SupportStep step, DateTimeOffset at, string key) => new(KindName, ticketId)
    {
        DueAt = at, Payload = JsonSerializer.Serialize(step), IdempotencyKey = $"{KindName}/{key}",
    };

    public static bool Is(WaitingWork item, SupportStep step) => JsonSerializer.Deserialize<SupportStep>(item.Payload!) == step;

    public async Task RunAsync(DueWork due, CancellationToken cancellation)
    {
        if (await tickets.FindForOperatorAsync(due.SubjectId, cancellation) is not { State: not TicketState.Closed } ticket) return;
        var step = JsonSerializer.Deserialize<SupportStep>(due.Payload!);
        if (step == SupportStep.Solve && !ticket.State.Counts()) return; // it waits for the customer, or is solved
        caller.Set(new OperatorIdentity("simulator", new HashSet<string> { "integration" }));
        var asks = step == SupportStep.TakeUp && ticket.Data is { Type: TicketType.Support, SubscriptionId: null };
        await context.Mediator.Send(new ReportTicket(ticket.Number, $"sim-{due.Id:N}")
        {
            Author = Author, Text = step switch { SupportStep.TakeUp => asks ? Asked : Taken, SupportStep.Thank => Thanks, _ => Done },
            State = step == SupportStep.Solve ? TicketState.Solved : asks ? TicketState.WaitingForCustomer : TicketState.InProgress,
        }, cancellation);
        if (step != SupportStep.Solve && !asks)
            await work.EnqueueAsync(Next(ticket.Id, SupportStep.Solve, context.Clock.GetUtcNow() + context.Options.TicketSolvedAfter, $"{due.Id:N}"), cancellation);
    }

    public Task GiveUpAsync(DueWork due, string? refusal, CancellationToken cancellation) => Task.CompletedTask; // the failed item stands; the ticket waits as with a real operator
}

internal enum SupportStep
{
    TakeUp = 1,
    Thank = 2,
    Solve = 3,
}
