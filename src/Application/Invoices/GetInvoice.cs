using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Domain.Users;

namespace Connect.Application.Invoices;

/// <summary>INV 1: an invoice with its lines, payments and credit notes.</summary>
/// <exception cref="Common.Errors.NotFoundException">There is none of that number within the reach.</exception>
[Requires(Right.ViewInvoices)]
public sealed record GetInvoice(string Number) : IQuery<InvoiceDetail>;

/// <summary>One invoice.</summary>
public sealed record InvoiceDetail
{
    public required InvoiceFacts Facts { get; init; }

    /// <summary>As of today.</summary>
    public required InvoiceState State { get; init; }

    /// <summary>Lines of the account first, then service by service by the user's name, each in the order that the operator gave.</summary>
    public required IReadOnlyList<InvoiceLine> Lines { get; init; }

    public required IReadOnlyList<VatShare> Vat { get; init; }

    /// <summary>The oldest first.</summary>
    public required IReadOnlyList<InvoicePayment> Payments { get; init; }

    /// <summary>The notes that credit this invoice, the oldest first.</summary>
    public required IReadOnlyList<LinkedInvoice> CreditNotes { get; init; }

    /// <summary>The invoice that this note credits.</summary>
    public LinkedInvoice? Credits { get; init; }
}

/// <summary>What stands in the invoice's own row, and of its account.</summary>
public record InvoiceFacts
{
    public Guid Id { get; init; }
    public string Number { get; init; } = "";
    public bool IsCreditNote { get; init; }
    public string AccountNumber { get; init; } = "";

    /// <summary>As the portal shows it.</summary>
    public string AccountName { get; init; } = "";

    public DateOnly InvoicedOn { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly? PeriodFrom { get; init; }
    public DateOnly? PeriodTo { get; init; }

    /// <summary>Without VAT.</summary>
    public Money NetAmount { get; init; }

    public Money VatAmount { get; init; }

    /// <summary>To whole kronor.</summary>
    public Money Rounding { get; init; }

    /// <summary>With VAT and rounding.</summary>
    public Money Total { get; init; }

    public Money Paid { get; init; }

    /// <summary>What credit notes take off it.</summary>
    public Money Credited { get; init; }

    public Money Outstanding { get; init; }

    /// <summary>OCR number; null where the invoice's own number is given when paying.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>The customer's own reference.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>To whom it was sent.</summary>
    public string RecipientName { get; init; } = "";

    public string? RecipientStreet { get; init; }
    public string? RecipientPostalCode { get; init; }
    public string? RecipientCity { get; init; }

    /// <summary>Name of the customer.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Ten digits.</summary>
    public string OrganisationNumber { get; init; } = "";

    /// <summary>True when the operator loaded a document of its own.</summary>
    public bool HasDocument { get; init; }
}

/// <summary>A line of an invoice.</summary>
public record InvoiceLine
{
    /// <summary>The service's page; null for a line of the account, and for a service that the reader does not see. One that is kept out of the portal has no name here either.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>Tells the services of an invoice apart; null for a line of the account.</summary>
    public int? Service { get; init; }

    /// <summary>User name of the service when it was invoiced.</summary>
    public string? UserName { get; init; }

    /// <summary>E.164, when it was invoiced.</summary>
    public string? PhoneNumber { get; init; }

    public string Description { get; init; } = "";

    /// <summary>In thousandths.</summary>
    public long? Quantity { get; init; }

    public string? Unit { get; init; }

    /// <summary>Without VAT.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>Without VAT.</summary>
    public Money Amount { get; init; }

    /// <summary>In hundredths of a percent.</summary>
    public int VatPercent { get; init; }

    public DateOnly? PeriodFrom { get; init; }
    public DateOnly? PeriodTo { get; init; }
}

/// <summary>A payment of an invoice, with VAT; below zero when it was paid back.</summary>
public sealed record InvoicePayment
{
    public DateOnly PaidOn { get; init; }
    public Money Amount { get; init; }
}

/// <summary>An invoice that another one speaks of.</summary>
public record LinkedInvoice
{
    public string Number { get; init; } = "";
    public DateOnly? InvoicedOn { get; init; }
    public Money? Total { get; init; }

    /// <summary>False when it belongs to an account outside the reach: nothing but its number is told.</summary>
    public bool IsWithinReach { get; init; }
}
