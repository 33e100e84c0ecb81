using Connect.Domain.Subscriptions;
using Connect.Domain.Users;

namespace Connect.Application.Reports;

/// <summary>What reports can be asked of: accounts, services and invoices within the reach.</summary>
public interface IReportSubjects
{
    Task<ReportAccount?> FindAccountAsync(AccountReach reach, string number, CancellationToken cancellation);

    /// <summary>Services within the reach that have the number, mobile or fixed, the oldest first: a number may have had several.</summary>
    Task<IReadOnlyList<ReportService>> FindByNumberAsync(AccountReach reach, PhoneNumber number, CancellationToken cancellation);

    Task<ReportService?> FindServiceAsync(AccountReach reach, Guid subscriptionId, CancellationToken cancellation);

    /// <summary>The invoice's number as it is written; null where there is none.</summary>
    Task<string?> FindInvoiceAsync(AccountReach reach, string number, CancellationToken cancellation);

    /// <summary>The Swedish day of the last traffic of the reach's accounts that is invoiced; null where none is.</summary>
    Task<DateOnly?> InvoicedUntilAsync(AccountReach reach, CancellationToken cancellation);
}

/// <summary>A service that a report can be of.</summary>
/// <param name="Number">E.164; null when it has none.</param>
/// <param name="UserName">Null for a service that has left the reach: its traffic of before can be told, who has it now cannot.</param>
public sealed record ReportService(Guid Id, string? Number, string? UserName);
