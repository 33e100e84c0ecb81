using Connect.Domain.Common;

namespace Connect.Domain.Invoices;

/// <summary>What an invoice asked for, and what has come of it.</summary>
/// <param name="Total">To pay, VAT and rounding included; below zero on a credit note.</param>
/// <param name="Paid">All payments, less what was paid back.</param>
/// <param name="Credited">What credit notes take off it; not below zero.</param>
public readonly record struct InvoiceBalance(Money Total, Money Paid, Money Credited, bool IsCreditNote)
{
    /// <summary>What is left to pay; below zero when too much was paid.</summary>
    public Money Outstanding => IsCreditNote ? Money.Zero : Total - Paid - Credited;

    public InvoiceSettlement Settlement =>
        IsCreditNote ? InvoiceSettlement.CreditNote
        : Credited > Money.Zero && Credited >= Total ? InvoiceSettlement.Credited
        : Outstanding > Money.Zero ? InvoiceSettlement.Open
        : InvoiceSettlement.Paid;

    /// <summary>The state on a Swedish day. Whoever pays on the due day pays in time.</summary>
    public InvoiceState StateOn(DateOnly today, DateOnly dueOn) =>
        Settlement != InvoiceSettlement.Open ? (InvoiceState)Settlement
        : today > dueOn ? InvoiceState.Overdue
        : Outstanding < Total ? InvoiceState.PartlyPaid
        : InvoiceState.Unpaid;
}
