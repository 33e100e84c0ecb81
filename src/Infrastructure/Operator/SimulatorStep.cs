using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Operator;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using MediatR;

namespace Connect.Infrastructure.Operator;

/// <summary>
/// One step of the simulated operator: begin, deliver, or stop. It reports as real systems do, and makes what is the operator's to make
/// (a new card's numbers, an eSIM's code) from the order's id, so that a step taken again tells the same.
/// </summary>
internal sealed class SimulatorStep(string kind, IOrderRepository orders, IWorkQueue work, CurrentUser caller, SimulatorContext context) : IWorkHandler
{
    public const string BeginKind = "simulator.begin";
    public const string DeliverKind = "simulator.deliver";
    public const string StopKind = "simulator.stop";

    public string Kind => kind;

    public static NewWork Begin(Guid orderId, DateTimeOffset at) => new(BeginKind, orderId) { DueAt = at };

    public static NewWork Stop(Guid orderId) => new(StopKind, orderId);

    public async Task RunAsync(DueWork due, CancellationToken cancellation)
    {
        if (await orders.FindForOperatorAsync(due.SubjectId, cancellation) is not { IsOpen: true } order) return;
        caller.Set(new OperatorIdentity("simulator", new HashSet<string> { "integration" }));
        await context.Mediator.Send(ReportOf(order, due.Id), cancellation);
        if (kind == BeginKind)
            await work.EnqueueAsync(Deliver(order), cancellation);
    }

    public Task GiveUpAsync(DueWork due, string? refusal, CancellationToken cancellation) => Task.CompletedTask; // the failed item stands; the order waits as with a real operator

    // What was sent ahead of its day is delivered on it.
    private NewWork Deliver(Order order) => new(DeliverKind, order.Id)
    {
        DueAt = context.Clock.GetUtcNow() + context.Options.DeliveredAfter, DueOn = order.Data.StartsOn > context.Clock.Today() ? order.Data.StartsOn : null,
    };

    private ReportOrderProgress ReportOf(Order order, Guid eventId)
    {
        var way = order.Lines.Select(line => line.Detail.NewCard).FirstOrDefault()?.Way;
        var report = new ReportOrderProgress(eventId, order.Number, kind switch
        {
            BeginKind => OrderProgress.Processing,
            DeliverKind => OrderProgress.Delivered,
            _ => OrderProgress.Cancelled,
        });
        if (kind == DeliverKind && order.Lines[0].Detail is NewSubscriptionDetail wanted) report = WithNumbers(report, wanted);
        return (kind, way) switch
        {
            (BeginKind, SimDeliveryWay.ESim) => report with { ActivationCode = $"LPA:1$smdp.example.com${Hash("code", order.Id)[..32]}" },
            (DeliverKind, SimDeliveryWay.ESim or SimDeliveryWay.Post) => report with
            {
                Icc = WithCheckDigit($"894699{Digits("icc", order.Id, 12)}"),
                Imsi = $"24099{Digits("imsi", order.Id, 10)}",
                Pin = Digits("pin", order.Id, 4),
                Puk = Digits("puk", order.Id, 8),
            },
            _ => report,
        };
    }

    // Numbers of series that belong to nobody, by the last five digits of the order: it takes a hundred thousand orders before two have the same.
    private static ReportOrderProgress WithNumbers(ReportOrderProgress report, NewSubscriptionDetail wanted)
    {
        var (number, line) = ($"{int.Parse(report.OrderNumber, CultureInfo.InvariantCulture) % 100_000:00000}", "+4610995");
        return report with
        {
            Subscription = $"SIM-{report.OrderNumber}",
            PhoneNumber = wanted switch
            {
                { Number: { Ported: null }, Kind: SubscriptionKind.FixedTelephony } => line + number,
                { Number: { Ported: null } } => "+467995" + number,
                { Kind: SubscriptionKind.MobileBroadband } => "+467199005" + number,
                _ => null,
            },
            FixedNumber = wanted.FixedNumber is { Ported: null } ? line + number : null,
        };
    }

    private static string WithCheckDigit(string digits) => digits + Luhn.CheckDigit(digits);

    private static string Digits(string what, Guid id, int count)
    {
        var number = BigInteger.Parse("0" + Hash(what, id), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (number % BigInteger.Pow(10, count)).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');
    }

    private static string Hash(string what, Guid id) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes($"{what}/{id}")));
}

/// <summary>What every step uses.</summary>
internal sealed record SimulatorContext(IMediator Mediator, SimulatorOptions Options, TimeProvider Clock);
