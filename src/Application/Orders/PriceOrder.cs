using Connect.Application.Accounts;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Orders;

/// <summary>What an order of a new service would be and cost. Nothing is ordered.</summary>
/// <param name="Account">Number of an account within the reach.</param>
[Requires(Right.PlaceOrders)]
public sealed record PriceOrder(string Account, Guid? Product, OrderDetails Details) : IQuery<OrderQuote>
{
    public sealed class Validator : AbstractValidator<PriceOrder>
    {
        public Validator()
        {
            RuleFor(o => o.Account).NotEmpty().MaximumLength(200);
            RuleFor(o => o.Product).NotNull();
            RuleFor(o => o.Details).NotNull(); // the rest of it is the reader's, which says all that is wrong at once
        }
    }

    internal sealed class Handler(IAccountRepository accounts, ProductDesk products, WishReader reader, ICurrentUser user) : IRequestHandler<PriceOrder, OrderQuote>
    {
        public async Task<OrderQuote> Handle(PriceOrder request, CancellationToken cancellationToken)
        {
            var account = await accounts.FindAsync(user.Reach, request.Account.Trim(), cancellationToken) ?? throw new DomainRuleException("AccountUnknown", nameof(Account));
            var product = await products.ChosenAsync(request.Product, cancellationToken);
            var read = await reader.ReadAsync(product, account, request.Details, cancellationToken);
            var startsOn = request.Details.StartsOn!.Value;
            return new OrderQuote
            {
                AccountName = account.Data.DisplayName, Wanted = read.Wanted, StartsOn = startsOn, ExpectedOn = NewServiceParts.ExpectedOn(startsOn, products.Today, read.Wanted.Sim?.Way),
                Lines = [new PricedPart(product.Name, product.MonthlyPrice, product.OneTimePrice), .. read.Parts],
            };
        }
    }
}

/// <summary>An order before it is placed.</summary>
public sealed record OrderQuote
{
    public required string AccountName { get; init; }

    /// <summary>As it would be ordered.</summary>
    public required NewSubscriptionDetail Wanted { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>When it will be there, as far as is known.</summary>
    public required DateOnly ExpectedOn { get; init; }

    /// <summary>What is paid for what; the product first.</summary>
    public required IReadOnlyList<PricedPart> Lines { get; init; }

    public AmountWithVat Monthly => new(Wanted.MonthlyPrice);

    public AmountWithVat OneTime => new(Wanted.OneTimePrice);

    /// <summary>The last day of the commitment, should it start on the day wished for; null where there is none.</summary>
    public DateOnly? CommittedUntil => Wanted.Terms.CommittedUntil(StartsOn);
}
