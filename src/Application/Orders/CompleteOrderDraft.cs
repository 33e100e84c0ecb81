using System.Text.Json.Serialization;
using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>
/// Slutför beställningen: orders what has been filled in, as <see cref="PlaceOrder"/> does. A draft gives one order, however often and from wherever it is
/// completed.
/// </summary>
/// <param name="Version">Of the draft as it was shown: what was changed elsewhere since has not been looked at, and is not ordered.</param>
[Requires(Right.PlaceOrders)]
public sealed record CompleteOrderDraft(Guid Id, [property: JsonIgnore] int Version) : ICommand<PlacedOrder>, IOnce
{
    /// <summary>Kronor a month without VAT, as they were shown: at another price nothing is ordered. Null: whatever it costs now.</summary>
    [JsonIgnore]
    public Money? MonthlyPrice { get; init; }

    /// <summary>Kronor once without VAT, likewise.</summary>
    [JsonIgnore]
    public Money? OneTimePrice { get; init; }

    // The version is left out of what is compared: a draft that has been ordered answers every page that still shows it alike.
    Guid IOnce.RequestId => Id;

    private bool Expects(OrderLine line) => (MonthlyPrice ?? line.MonthlyPrice, OneTimePrice ?? line.OneTimePrice) == (line.MonthlyPrice, line.OneTimePrice);

    internal sealed class Handler(IOrderDrafts drafts, IAccountRepository accounts, NewServiceDesk desk, ICurrentUser user, IAudit audit) : IRequestHandler<CompleteOrderDraft, PlacedOrder>
    {
        public async Task<PlacedOrder> Handle(CompleteOrderDraft request, CancellationToken cancellationToken)
        {
            var draft = await drafts.FindAsync(user.Id, user.Reach, request.Id, cancellationToken) ?? throw new NotFoundException();
            if (draft.Version != request.Version) throw new ConflictException("DraftChanged");
            if (draft is not { Next: DraftStep.Summary, Account: { } number, ProductId: { } product, Details: { } details }) throw new InvalidInputException("", "OrderStepMissing");
            var account = await accounts.FindAsync(user.Reach, number, cancellationToken) ?? throw new InvalidInputException("", "OrderStepMissing");
            var (service, order) = await desk.PlaceAsync(account, product, details, cancellationToken);
            if (!request.Expects(order.Lines[0])) throw new ConflictException("PriceChanged");
            await drafts.CompleteAsync(user.Id, draft.Id, draft.Version, cancellationToken);
            audit.Subject(nameof(Subscription), service.Id);
            audit.Change(null, NewServiceDesk.Told(account, order));
            return new PlacedOrder(order.Id, order.Number);
        }
    }
}
