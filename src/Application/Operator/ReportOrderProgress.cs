using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Orders;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using FluentValidation;
using MediatR;

namespace Connect.Application.Operator;

/// <summary>What the operator can report of an order.</summary>
public enum OrderProgress
{
    Processing = 1,
    Delivered = 2,
    Rejected = 3,
    Cancelled = 4,
}

/// <summary>
/// The operator's systems tell how an order goes. Each event counts once; late and repeated ones change nothing. An eSIM's
/// activation code comes here and goes on by mail at once: it is kept nowhere but in the mail, encrypted until that is sent.
/// </summary>
/// <param name="EventId">The operator's id of the event.</param>
[OperatorOnly("integration")]
public sealed record ReportOrderProgress(Guid EventId, string OrderNumber, OrderProgress Progress) : ICommand, IOnce
{
    /// <summary>Why it was rejected; shown to the user.</summary>
    public string? Reason { get; init; }

    public DateOnly? ExpectedOn { get; init; }

    /// <summary>GSMA SGP.22 §4.1, for an eSIM.</summary>
    [Secret]
    public string? ActivationCode { get; init; }

    /// <summary>Of the new card; needed when a posted card or an eSIM is delivered.</summary>
    public string? Icc { get; init; }

    public string? Imsi { get; init; }
    [Secret]
    public string? Pin { get; init; }
    [Secret]
    public string? Puk { get; init; }

    /// <summary>The operator's own id of a new service; needed when that is delivered.</summary>
    public string? Subscription { get; init; }

    /// <summary>The number of a new service; needed where the operator gives it.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The fixed number of a new PBX user; needed where the operator gives it.</summary>
    public string? FixedNumber { get; init; }

    Guid IOnce.RequestId => EventId;

    public sealed class Validator : AbstractValidator<ReportOrderProgress>
    {
        public Validator()
        {
            RuleFor(r => r.OrderNumber).NotEmpty().MaximumLength(20);
            RuleFor(r => r.Progress).IsInEnum();
            RuleFor(r => r.Reason).NotEmpty().When(r => r.Progress == OrderProgress.Rejected);
            RuleFor(r => r.Reason).MaximumLength(OrderData.MaxReason);
            RuleFor(r => r.ActivationCode).Must(Domain.Subscriptions.ActivationCode.IsValid).When(r => r.ActivationCode is not null).WithErrorCode("ActivationCode");
            RuleFor(r => r.Imsi).Matches(@"\A\d{14,15}\z").When(r => r.Imsi is not null).WithErrorCode("Imsi");
            RuleFor(r => r.Pin).MaximumLength(8);
            RuleFor(r => r.Puk).MaximumLength(8);
            RuleFor(r => r.Subscription).MaximumLength(64).Must(id => string.IsNullOrWhiteSpace(id) || !PortalId.Is(id)).WithErrorCode("ServiceIdWrong");
            RuleFor(r => r.PhoneNumber).PhoneOrNothing();
            RuleFor(r => r.FixedNumber).PhoneOrNothing();
        }
    }

    internal sealed class Handler(IOrderRepository orders, OrderEnding ending, EsimMail mail, IAudit audit)
        : IRequestHandler<ReportOrderProgress, Unit>
    {
        public async Task<Unit> Handle(ReportOrderProgress request, CancellationToken cancellationToken)
        {
            var order = await orders.FindForOperatorAsync(request.OrderNumber, cancellationToken) ?? throw new NotFoundException();
            var before = order.State;
            audit.Subject(nameof(Order), order.Id, order.Data.OrganisationId);
            if (request.ActivationCode is { } code && order.IsOpen) await mail.SendAsync(order, code, cancellationToken);
            if (order.IsOpen) await ApplyAsync(order, request, cancellationToken);
            else if (StateOf(request.Progress) != order.State && request.Progress != OrderProgress.Processing) throw new DomainRuleException("OrderHasEnded");
            audit.Change(new { State = before }, new { order.State });
            return Unit.Value;
        }

        private Task ApplyAsync(Order order, ReportOrderProgress report, CancellationToken cancellation) => report.Progress switch
        {
            OrderProgress.Processing => SaveAsync(order, () => order.Process(ending.Now, report.ExpectedOn), cancellation),
            OrderProgress.Delivered => ending.DeliverAsync(order, DeliveredBy(report), cancellation),
            OrderProgress.Rejected => ending.EndAsync(order, (o, at) => o.Reject(report.Reason!, at), SubscriptionEvent.OperatorActor, cancellation),
            _ => ending.EndAsync(order, (o, at) => o.Cancel(at), SubscriptionEvent.OperatorActor, cancellation),
        };

        private static DeliveredSim DeliveredBy(ReportOrderProgress report) => new(report.Icc, report.Imsi, report.Pin, report.Puk)
        {
            Service = new DeliveredService(AccountRules.Clean(report.Subscription), report.PhoneNumber, report.FixedNumber),
        };

        private Task SaveAsync(Order order, Action change, CancellationToken cancellation)
        {
            change();
            return orders.SaveAsync(order, cancellation);
        }

        private static OrderState StateOf(OrderProgress progress) => progress switch
        {
            OrderProgress.Delivered => OrderState.Delivered,
            OrderProgress.Rejected => OrderState.Rejected,
            OrderProgress.Cancelled => OrderState.Cancelled,
            _ => OrderState.Processing,
        };
    }
}
