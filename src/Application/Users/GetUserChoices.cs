using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Users;

/// <summary>What the acting user may give to others: rights and products among their own.</summary>
[Requires(Right.ManageUsers)]
public sealed record GetUserChoices : IQuery<UserChoices>
{
    internal sealed class Handler(Acting acting, IProductOffer offer, TimeProvider clock) : IRequestHandler<GetUserChoices, UserChoices>
    {
        public async Task<UserChoices> Handle(GetUserChoices query, CancellationToken cancellation)
        {
            var by = await acting.GetAsync(cancellation);
            if (!by.Rights.Contains(Right.PlaceOrders)) return new([.. by.Rights.Order()], MustLimitProducts: false, []);
            var products = await offer.ListAsync(acting.Reach, by.Products, clock.Today(), cancellation);
            return new([.. by.Rights.Order()], by.Products.AreOn, products);
        }
    }
}

/// <param name="Rights">In the order of the list of rights.</param>
/// <param name="MustLimitProducts">The acting user is limited, so that nobody can be given everything that the agreement offers.</param>
/// <param name="Products">Those that can be chosen, by category and name; none without the right to order.</param>
public sealed record UserChoices(IReadOnlyList<Right> Rights, bool MustLimitProducts, IReadOnlyList<OfferedProduct> Products);
