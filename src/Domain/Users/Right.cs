namespace Connect.Domain.Users;

/// <summary>What a user may do. Stored by number; numbers are never reused.</summary>
public enum Right
{
    /// <summary>Se kontoöversikt: accounts, tree, contacts.</summary>
    ViewAccounts = 1,

    /// <summary>Hantera konton: the account actions, new account, contacts.</summary>
    ManageAccounts = 2,

    /// <summary>Se tjänster: service lists and details, usage, device, monitoring.</summary>
    ViewSubscriptions = 3,

    /// <summary>Hantera tjänster: every action in the action menu.</summary>
    ManageSubscriptions = 4,

    /// <summary>Se PIN och PUK: hidden until asked for; each showing is audited.</summary>
    ViewSimSecrets = 5,

    /// <summary>Beställa tjänster: order wizard, order list.</summary>
    PlaceOrders = 6,

    /// <summary>Se fakturor: invoices, PDF.</summary>
    ViewInvoices = 7,

    /// <summary>Se/generera rapporter: the report section, for data the user may see.</summary>
    RunReports = 8,

    /// <summary>Se B-nummer: whole called numbers; without it the last four digits are masked.</summary>
    ViewCalledNumbers = 9,

    /// <summary>Se och skapa ärenden: tickets, replies, attachments.</summary>
    ManageTickets = 10,

    /// <summary>Hantera användare: users within the own reach; the audit log.</summary>
    ManageUsers = 11,
}
