-- Invoices as the operator's billing made them. Amounts in 1/10 000 krona; a credit note has amounts below zero.
-- Paid and Credited are sums of what hangs on the invoice, and Outstanding and Settlement (1 open, 4 paid, 5 credited) follow from them;
-- whether an open one is overdue follows from DueOn and the day it is asked on, and is stored nowhere. SearchNumber: Number in lower case.
CREATE TABLE Invoice (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Number TEXT NOT NULL,
    SearchNumber TEXT NOT NULL,
    IsCreditNote INTEGER NOT NULL,
    CreditsInvoiceId TEXT,
    InvoicedOn TEXT NOT NULL,
    DueOn TEXT NOT NULL,
    PeriodFrom TEXT,
    PeriodTo TEXT,
    NetAmount INTEGER NOT NULL,
    VatAmount INTEGER NOT NULL,
    Rounding INTEGER NOT NULL,
    Total INTEGER NOT NULL,
    Paid INTEGER NOT NULL,
    Credited INTEGER NOT NULL,
    Outstanding INTEGER NOT NULL,
    Settlement INTEGER NOT NULL,
    PaymentReference TEXT,
    CustomerReference TEXT COLLATE SV_CI,
    RecipientName TEXT COLLATE SV_CI,
    RecipientStreet TEXT COLLATE SV_CI,
    RecipientPostalCode TEXT COLLATE SV_CI,
    RecipientCity TEXT COLLATE SV_CI,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Invoice_Id UNIQUE (Id),
    CONSTRAINT UX_Invoice_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT UX_Invoice_Number UNIQUE (Number),
    CONSTRAINT FK_Invoice_Organisation FOREIGN KEY (OrganisationId) REFERENCES Organisation (Id),
    CONSTRAINT FK_Invoice_Account FOREIGN KEY (AccountId) REFERENCES Account (Id),
    CONSTRAINT FK_Invoice_Credits FOREIGN KEY (CreditsInvoiceId) REFERENCES Invoice (Id)
) STRICT;
CREATE INDEX IX_Invoice_Credits ON Invoice (CreditsInvoiceId);
-- The list in each of its orders, the number after it and Seq last, so that it is one order. IX_Invoice_Account finds the invoices of a part of the account tree.
CREATE INDEX IX_Invoice_Account ON Invoice (AccountId, OrganisationId, Settlement, DueOn, Outstanding, Total, SearchNumber, InvoicedOn);
CREATE INDEX IX_Invoice_AccountOrder ON Invoice (OrganisationId, AccountId, SearchNumber, Seq);
CREATE INDEX IX_Invoice_State ON Invoice (OrganisationId, Settlement, DueOn, SearchNumber, Seq, Outstanding, Total, AccountId);
CREATE INDEX IX_Invoice_Number ON Invoice (OrganisationId, SearchNumber, Seq, AccountId);
CREATE INDEX IX_Invoice_Date ON Invoice (OrganisationId, InvoicedOn, SearchNumber, Seq, AccountId);
CREATE INDEX IX_Invoice_DueOn ON Invoice (OrganisationId, DueOn, SearchNumber, Seq, AccountId);
CREATE INDEX IX_Invoice_Total ON Invoice (OrganisationId, Total, SearchNumber, Seq, AccountId);
CREATE INDEX IX_Invoice_Outstanding ON Invoice (OrganisationId, Outstanding, SearchNumber, Seq, AccountId);
CREATE INDEX IX_Invoice_Reference ON Invoice (OrganisationId, PaymentReference, SearchNumber, Seq, AccountId);
-- What an invoice is for. A line without a service is the account's own. Quantity in thousandths, VatPercent in hundredths of a percent.
CREATE TABLE InvoiceLine (
    Seq INTEGER PRIMARY KEY,
    InvoiceId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    SubscriptionId TEXT,
    Description TEXT COLLATE SV_CI NOT NULL,
    UserName TEXT COLLATE SV_CI,
    PhoneNumber TEXT,
    Quantity INTEGER,
    Unit TEXT COLLATE SV_CI,
    UnitPrice INTEGER,
    Amount INTEGER NOT NULL,
    VatPercent INTEGER NOT NULL,
    PeriodFrom TEXT,
    PeriodTo TEXT,
    CONSTRAINT UX_InvoiceLine_ExternalId UNIQUE (InvoiceId, ExternalId),
    CONSTRAINT FK_InvoiceLine_Invoice FOREIGN KEY (InvoiceId) REFERENCES Invoice (Id),
    CONSTRAINT FK_InvoiceLine_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id)
) STRICT;
CREATE INDEX IX_InvoiceLine_Subscription ON InvoiceLine (SubscriptionId);
CREATE TABLE Payment (
    Seq INTEGER PRIMARY KEY,
    InvoiceId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    PaidOn TEXT NOT NULL,
    Amount INTEGER NOT NULL,
    CONSTRAINT UX_Payment_ExternalId UNIQUE (InvoiceId, ExternalId),
    CONSTRAINT FK_Payment_Invoice FOREIGN KEY (InvoiceId) REFERENCES Invoice (Id)
) STRICT;
-- The operator's own document of an invoice. The file lies in the file store.
CREATE TABLE InvoiceDocument (
    InvoiceId TEXT NOT NULL,
    FileKey TEXT NOT NULL,
    ContentHash TEXT NOT NULL,
    Size INTEGER NOT NULL,
    LoadedAt TEXT NOT NULL,
    CONSTRAINT PK_InvoiceDocument PRIMARY KEY (InvoiceId),
    CONSTRAINT FK_InvoiceDocument_Invoice FOREIGN KEY (InvoiceId) REFERENCES Invoice (Id)
) STRICT, WITHOUT ROWID;
