using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Monitoring;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Monitoring;

/// <summary>
/// SVC-3: how a broadband or capacity service is now and since when, and what was measured of it in a period that ends now.
/// A moved service shows nothing from before the move to those who do not see the account that it came from.
/// </summary>
/// <exception cref="NotFoundException">There is no such service within the user's reach.</exception>
[Requires(Right.ViewSubscriptions)]
public sealed record GetMonitoring(Guid SubscriptionId, MonitoringPeriod Period) : IQuery<MonitoringView>
{
    public sealed class Validator : AbstractValidator<GetMonitoring>
    {
        public Validator() => RuleFor(query => query.Period).IsInEnum();
    }

    internal sealed class Handler(MonitoringScope scope, IMonitoring monitoring) : IRequestHandler<GetMonitoring, MonitoringView>
    {
        public async Task<MonitoringView> Handle(GetMonitoring query, CancellationToken cancellation)
        {
            var (service, window) = await scope.OpenAsync(query.SubscriptionId, query.Period, cancellation);
            var points = service.State is null ? [] : await monitoring.ListAsync(service, window, cancellation);
            IReadOnlyList<MonitoringLine> lines = [.. points.Select(MonitoringLine.Of)];
            return new MonitoringView
            {
                SubscriptionId = query.SubscriptionId, UserName = service.UserName, Period = query.Period, Resolution = window.Resolution, From = window.From, To = window.To,
                State = service.State is { } state ? MonitoringNow.Of(state, service.SeenFrom, window.To) : null,
                Whole = points.Count == 0 ? null : MonitoringLine.Of(MonitoringPoint.Of(window.From, points)),
                Points = lines,
                Table = query.Period == MonitoringPeriod.Week ? [.. MonitoringRollUp.Of(points, MonitoringResolution.Hour).Select(MonitoringLine.Of)] : lines,
            };
        }
    }
}
