using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Users;

/// <summary>The one who manages users in this request, with what they have themselves.</summary>
public sealed class Acting(IProductOffer offer, ICurrentUser user)
{
    public AccountReach Reach => user.Reach;

    public async Task<ActingUser> GetAsync(CancellationToken cancellation) =>
        new(user.Id, user.Identity!.Rights, await offer.LimitsOfAsync(user.Id, cancellation));
}
