using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Users;

namespace Connect.Application.Invoices;

/// <summary>DASH 1: what of the invoices within the reach is left to pay.</summary>
[Requires(Right.ViewInvoices)]
public sealed record SumOpenInvoices : IQuery<OpenInvoices>;

/// <summary>Invoices that are unpaid, partly paid or overdue, together.</summary>
public sealed record OpenInvoices
{
    public int Count { get; init; }

    /// <summary>Left to pay, with VAT.</summary>
    public Money Amount { get; init; }

    /// <summary>How many of them are overdue.</summary>
    public int Overdue { get; init; }

    /// <summary>The first due day from today on; null when all are overdue.</summary>
    public DateOnly? NextDueOn { get; init; }
}
