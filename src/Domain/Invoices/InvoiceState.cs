namespace Connect.Domain.Invoices;

/// <summary>Where an invoice stands, in the order of urgency.</summary>
public enum InvoiceState
{
    /// <summary>Förfallen: something is left to pay and the due day has passed.</summary>
    Overdue = 1,

    /// <summary>Obetald: all of it is left to pay, and there is time.</summary>
    Unpaid = 2,

    /// <summary>Delbetald: a part is paid or credited, the rest is not due yet.</summary>
    PartlyPaid = 3,

    /// <summary>Betald: nothing is left to pay.</summary>
    Paid = 4,

    /// <summary>Krediterad: taken back as a whole.</summary>
    Credited = 5,

    /// <summary>Kreditfaktura: it takes back, and nothing of it is to be paid.</summary>
    CreditNote = 6,
}

/// <summary>What of an invoice's state does not change by itself as days go by. Stored; the state of a day follows from it.</summary>
public enum InvoiceSettlement
{
    /// <summary>Something is left to pay.</summary>
    Open = 1,

    Paid = 4,
    Credited = 5,
    CreditNote = 6,
}
