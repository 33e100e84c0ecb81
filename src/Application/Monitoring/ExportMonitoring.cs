using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Monitoring;

/// <summary>
/// SVC-3: orders what was measured of a service in a period that ends now to Excel. Failures: <c>NotMonitored</c>, <c>ExportsTooMany</c>,
/// <c>ExportsBusy</c>.
/// </summary>
/// <returns>The export's id.</returns>
/// <exception cref="NotFoundException">There is no such service within the user's reach.</exception>
[Requires(Right.ViewSubscriptions)]
public sealed record ExportMonitoring(Guid SubscriptionId, MonitoringPeriod Period, Guid RequestId) : ICommand<Guid>, IOnce
{
    public sealed class Validator : AbstractValidator<ExportMonitoring>
    {
        public Validator() => RuleFor(command => command.Period).IsInEnum();
    }

    internal sealed class Handler(MonitoringScope scope, ExportDesk desk, ExportKinds kinds, IAudit audit) : IRequestHandler<ExportMonitoring, Guid>
    {
        public async Task<Guid> Handle(ExportMonitoring command, CancellationToken cancellation)
        {
            var (service, window) = await scope.OpenAsync(command.SubscriptionId, command.Period, cancellation);
            if (service.State is null) throw new DomainRuleException("NotMonitored");
            audit.Subject("Subscription", command.SubscriptionId);
            audit.Change(null, new { command.Period, window.From, window.To });
            var report = new MonitoringReport(command.SubscriptionId, service.UserName, window);
            return await desk.OrderAsync(kinds.Find(MonitoringReport.Kind)!, IExport.Written(report), $"{Text.Get("Monitoring.Title")} {report.FirstDay:yyyy-MM-dd} – {report.LastDay:yyyy-MM-dd}", cancellation);
        }
    }
}

/// <summary>What an export of measurements holds.</summary>
/// <param name="UserName">The service's, as it was when the export was ordered.</param>
public sealed record MonitoringReport(Guid SubscriptionId, string UserName, MonitoringWindow Window)
{
    public const string Kind = "monitoring";

    public DateOnly FirstDay => StockholmTime.DayOf(Window.From);
    public DateOnly LastDay => StockholmTime.DayOf(Window.To);
}
