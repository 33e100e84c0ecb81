using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Accounts;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>What has to be told of a new service of a product, and what can be chosen for it.</summary>
/// <param name="Account">Number of an account within the reach.</param>
[Requires(Right.PlaceOrders)]
public sealed record GetOrderForm(string Account, Guid Product) : IQuery<OrderForm>
{
    internal sealed class Handler(IAccountRepository accounts, ProductDesk products, ICurrentUser user) : IRequestHandler<GetOrderForm, OrderForm>
    {
        public async Task<OrderForm> Handle(GetOrderForm request, CancellationToken cancellationToken)
        {
            var account = await accounts.FindAsync(user.Reach, request.Account, cancellationToken) ?? throw new NotFoundException();
            var product = await products.FindAsync(request.Product, cancellationToken) ?? throw new NotFoundException();
            return new OrderForm
            {
                Account = account.Data.Number, AccountName = account.Data.DisplayName, Product = product, Parts = NewServiceParts.Of(product.Kind),
                Choices = await products.ChoicesAsync(product.Kind, cancellationToken), Addresses = Known(account.Data),
                EarliestStart = products.Today, EarliestPort = NewServiceParts.EarliestPort(products.Today),
            };
        }

        // Those that are whole, each once.
        private static IReadOnlyList<KnownAddress> Known(AccountData account) =>
        [
            .. new[] { Whole("account", account, account.Street, account.PostalCode, account.City), Whole("invoice", account, account.InvoiceStreet, account.InvoicePostalCode, account.InvoiceCity) }
                .OfType<KnownAddress>().DistinctBy(known => known.Address),
        ];

        private static KnownAddress? Whole(string key, AccountData account, string? street, string? postalCode, string? city) =>
            street is { Length: > 0 } && postalCode is { Length: > 0 } && city is { Length: > 0 } ? new KnownAddress(key, new DeliveryAddress(account.Name, street, postalCode, city)) : null;
    }
}

/// <summary>What a new service needs, and what there is to choose from.</summary>
public sealed record OrderForm
{
    /// <summary>Its number.</summary>
    public required string Account { get; init; }

    public required string AccountName { get; init; }
    public required OrderableProduct Product { get; init; }

    /// <summary>What has to be told.</summary>
    public required NewServiceParts Parts { get; init; }

    public required ServiceChoices Choices { get; init; }

    /// <summary>Where a card can be posted, or a line installed.</summary>
    public required IReadOnlyList<KnownAddress> Addresses { get; init; }

    public required DateOnly EarliestStart { get; init; }

    /// <summary>With a number from another operator.</summary>
    public required DateOnly EarliestPort { get; init; }
}
