using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Application.Tickets;
using Connect.Domain.Orders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Connect.Infrastructure.Operator;

/// <summary>
/// Stands for the operator's systems so that the portal lives without them: takes every order, begins after a while, delivers
/// after another. What it has to do are work items, so it survives restarts.
/// </summary>
internal sealed class SimulatedOperator(IWorkQueue work, IOrderRepository orders, ITransactions transactions, SimulatorOptions options, TimeProvider clock) : IOperatorGateway
{
    public Task<GatewayAnswer> SendAsync(OrderRequest request, CancellationToken cancellation) => transactions.RunAsync<GatewayAnswer>(async () =>
    {
        await work.EnqueueAsync(SimulatorStep.Begin(request.OrderId, clock.GetUtcNow() + options.ProcessingAfter), cancellation);
        return new GatewayAnswer.Accepted($"SIM-{request.OrderNumber}");
    }, cancellation);

    public Task<GatewayAnswer> ChangeAsync(ChangeRequest request, CancellationToken cancellation) =>
        Task.FromResult<GatewayAnswer>(new GatewayAnswer.Done());

    public Task<GatewayAnswer> TicketAsync(TicketRequest request, CancellationToken cancellation) => transactions.RunAsync<GatewayAnswer>(async () =>
    {
        await ExpectAsync(request, cancellation);
        return new GatewayAnswer.Accepted(request.News == TicketNews.Created ? $"SIM-{request.TicketNumber}" : $"SIM-{request.Message?.Id:N}");
    }, cancellation);

    /// <summary>One word for all that came meanwhile, and none of a ticket that the customer has closed.</summary>
    private async Task ExpectAsync(TicketRequest request, CancellationToken cancellation)
    {
        var (step, waiting) = (request.News == TicketNews.Created ? SupportStep.TakeUp : SupportStep.Thank, await work.WaitingAsync(SimulatedSupport.KindName, request.TicketId, cancellation));
        if (request.News != TicketNews.Closed && waiting.Any(item => !SimulatedSupport.Is(item, SupportStep.Solve))) return;
        await work.CancelAsync(SimulatedSupport.KindName, request.TicketId, cancellation);
        if (request.News != TicketNews.Closed)
            await work.EnqueueAsync(SimulatedSupport.Next(request.TicketId, step, clock.GetUtcNow() + options.TicketAnsweredAfter, request.IdempotencyKey), cancellation);
    }

    public Task<GatewayAnswer> CancelAsync(OrderCancellation request, CancellationToken cancellation) => transactions.RunAsync<GatewayAnswer>(async () =>
    {
        var order = await orders.FindForOperatorAsync(request.OrderId, cancellation);
        // Of an order that was loaded there is no step to come.
        if (await work.CancelAsync(SimulatorStep.BeginKind, request.OrderId, cancellation) || order is { Data.IsLoaded: true, State: OrderState.Received })
            await work.EnqueueAsync(SimulatorStep.Stop(request.OrderId), cancellation);
        // Asked again after an answer that got lost, or while the first step is taken: the report tells.
        return order?.State is OrderState.Received or OrderState.Cancelled
            ? new GatewayAnswer.Accepted(null)
            : new GatewayAnswer.Rejected(OwnReasons.HasBegun);
    }, cancellation);
}

/// <summary>Settings <c>Operator:Simulator:*</c>.</summary>
internal sealed record SimulatorOptions
{
    /// <summary>From order to Behandlas.</summary>
    public TimeSpan ProcessingAfter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From Behandlas to Levererad.</summary>
    public TimeSpan DeliveredAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From a ticket or an answer to the support's first word.</summary>
    public TimeSpan TicketAnsweredAfter { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>From then to Löst.</summary>
    public TimeSpan TicketSolvedAfter { get; init; } = TimeSpan.FromMinutes(3);

    public static SimulatorOptions From(IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetSection("Operator:Simulator").Get<SimulatorOptions>() ?? (environment.IsEnvironment("Testing")
            // Support's answers would come in between what a test does.
            ? new SimulatorOptions { ProcessingAfter = TimeSpan.FromSeconds(1), DeliveredAfter = TimeSpan.FromSeconds(1), TicketAnsweredAfter = TimeSpan.FromHours(1), TicketSolvedAfter = TimeSpan.FromHours(1) }
            : new SimulatorOptions());
}
