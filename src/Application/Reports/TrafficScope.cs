using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Reports;

/// <summary>Makes a runnable report of what a user asked for, within the user's reach and rights.</summary>
internal sealed class TrafficScope(ITraffic traffic, ICurrentUser user, TimeProvider clock)
{
    /// <exception cref="NotFoundException">The chosen service is not within the reach.</exception>
    /// <exception cref="InvalidInputException"><c>TrafficNumberUnknown</c>: no service within the reach has the number.</exception>
    /// <exception cref="ForbiddenException">Whole called numbers were asked for without the right to see them.</exception>
    public async Task<TrafficReport> ReportAsync(TrafficRequest request, CancellationToken cancellation)
    {
        if (request.CalledNumbers == CalledNumbers.Shown && !user.Has(Right.ViewCalledNumbers)) throw new ForbiddenException();
        var services = await ServicesAsync(request, cancellation);
        var (from, to) = request.Period(clock.Today());
        return new()
        {
            SubscriptionIds = [.. services.Select(service => service.Id)],
            Number = PhoneNumber.TryParse(request.SubscriptionId is null ? request.Number : services[0].Number, out var number) ? number.Display : services[0].UserName,
            From = from,
            To = to,
            CalledNumbers = request.CalledNumbers,
        };
    }

    private async Task<IReadOnlyList<TrafficService>> ServicesAsync(TrafficRequest request, CancellationToken cancellation)
    {
        if (request.SubscriptionId is { } id) return [await traffic.FindAsync(user.Reach, id, cancellation) ?? throw new NotFoundException()];
        var services = PhoneNumber.TryParse(request.Number, out var number) ? await traffic.FindByNumberAsync(user.Reach, number, cancellation) : [];
        return services.Count > 0 ? services : throw new InvalidInputException(nameof(TrafficRequest.Number), "TrafficNumberUnknown");
    }
}
