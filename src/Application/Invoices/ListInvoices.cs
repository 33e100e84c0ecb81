using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Domain.Users;

namespace Connect.Application.Invoices;

/// <summary>INV 1: invoices and credit notes of the accounts within reach, the newest first.</summary>
[Requires(Right.ViewInvoices)]
public sealed record ListInvoices(ListRequest Request) : IQuery<ListPage<InvoiceRow>>
{
    public static readonly IReadOnlyList<ListChoice> States =
    [
        new("overdue", "Invoices.State.Overdue", InvoiceState.Overdue, ListTone.Bad),
        new("unpaid", "Invoices.State.Unpaid", InvoiceState.Unpaid, ListTone.Warning),
        new("partly-paid", "Invoices.State.PartlyPaid", InvoiceState.PartlyPaid, ListTone.Warning),
        new("paid", "Invoices.State.Paid", InvoiceState.Paid, ListTone.Good),
        new("credited", "Invoices.State.Credited", InvoiceState.Credited),
        new("credit-note", "Invoices.State.CreditNote", InvoiceState.CreditNote),
    ];

    /// <summary>"Obetalda": what is left to pay, as the start page counts it.</summary>
    public static readonly ChoiceFilter Open = new(["overdue", "unpaid", "partly-paid"]);

    public static readonly ListColumns<InvoiceRow> Columns = new()
    {
        Name = "invoices",
        DefaultSort = new("date", Descending: true),
        Columns =
        [
            new("status", "Invoices.Column.Status", ListColumnType.Choice, row => row.State) { Choices = States, Card = CardRole.Badge },
            new("number", "Invoices.Column.Number", ListColumnType.Text, row => row.Number) { Card = CardRole.Title },
            new("account", "Invoices.Column.Account", ListColumnType.Text, row => row.Account),
            new("date", "Invoices.Column.Date", ListColumnType.Date, row => row.InvoicedOn),
            new("due", "Invoices.Column.Due", ListColumnType.Date, row => row.DueOn),
            new("amount", "Invoices.Column.Amount", ListColumnType.Money, row => row.Total),
            new("left", "Invoices.Column.Left", ListColumnType.Money, row => row.Outstanding),
            new("reference", "Invoices.Column.Reference", ListColumnType.Text, row => row.PaymentReference),
        ],
    };
}

/// <summary>An invoice as it stands in the list.</summary>
public sealed record InvoiceRow
{
    public string Number { get; init; } = "";

    /// <summary>Name of the account.</summary>
    public string Account { get; init; } = "";

    public string AccountNumber { get; init; } = "";
    public DateOnly InvoicedOn { get; init; }
    public DateOnly DueOn { get; init; }

    /// <summary>With VAT; below zero on a credit note.</summary>
    public Money Total { get; init; }

    /// <summary>What is left to pay, with VAT.</summary>
    public Money Outstanding { get; init; }

    /// <summary>As of today.</summary>
    public InvoiceState State { get; init; }

    /// <summary>OCR number.</summary>
    public string? PaymentReference { get; init; }
}
