using Connect.Application.Accounts;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>
/// Orders a new service. It is there at once as Beställd; the operator makes it and tells of its progress. The price is that of the agreement and the
/// catalogue, never the caller's.
/// </summary>
/// <param name="Account">Number of the account within the reach that it will belong to.</param>
/// <param name="Product">One of <see cref="ListOrderableProducts"/>.</param>
[Requires(Right.PlaceOrders)]
public sealed record PlaceOrder(string Account, Guid? Product, OrderDetails Details, Guid RequestId) : ICommand<PlacedOrder>, IOnce
{
    public sealed class Validator : AbstractValidator<PlaceOrder>
    {
        public Validator()
        {
            RuleFor(o => o.Account).NotEmpty().MaximumLength(200);
            RuleFor(o => o.Product).NotNull();
            RuleFor(o => o.Details).NotNull(); // the rest of it is the reader's, which says all that is wrong at once
        }
    }

    internal sealed class Handler(IAccountRepository accounts, NewServiceDesk desk, ICurrentUser user, IAudit audit) : IRequestHandler<PlaceOrder, PlacedOrder>
    {
        public async Task<PlacedOrder> Handle(PlaceOrder request, CancellationToken cancellationToken)
        {
            var account = await accounts.FindAsync(user.Reach, request.Account.Trim(), cancellationToken) ?? throw new DomainRuleException("AccountUnknown", nameof(Account));
            var (service, order) = await desk.PlaceAsync(account, request.Product, request.Details, cancellationToken);
            audit.Subject(nameof(Subscription), service.Id);
            audit.Change(null, NewServiceDesk.Told(account, order));
            return new PlacedOrder(order.Id, order.Number);
        }
    }
}

/// <summary>Takes in orders of new services: the service, its card and its order, all in the command's transaction.</summary>
internal sealed class NewServiceDesk(ProductDesk products, WishReader reader, OrderDesk desk, INewServices services, ISimStock stock)
{
    public async Task<NewService> PlaceAsync(Account account, Guid? productId, OrderDetails details, CancellationToken cancellation)
    {
        var product = await products.ChosenAsync(productId, cancellation);
        var (wanted, ownCard, _) = await reader.ReadAsync(product, account, details, cancellation);
        var startsOn = details.StartsOn!.Value;
        var start = await desk.StartAsync(startsOn, NewServiceParts.ExpectedOn(startsOn, products.Today, wanted.Sim?.Way), cancellation);
        var made = Subscription.OrderNew(account.OrganisationId, account.Id, wanted, ownCard, start); // the rules live in Subscription
        await services.AddAsync(made, product.AgreementId, cancellation);
        if (ownCard is not null) await stock.SaveAsync(ownCard, cancellation);
        await desk.PlaceAsync(made.Order, cancellation);
        return made;
    }

    /// <summary>For the audit log.</summary>
    public static object Told(Account account, Order order) =>
        new { Order = order.Number, Account = account.Data.Number, Product = ((NewSubscriptionDetail)order.Lines[0].Detail).Product.Name, order.Lines[0].MonthlyPrice, order.Lines[0].OneTimePrice, order.Data.StartsOn };
}
