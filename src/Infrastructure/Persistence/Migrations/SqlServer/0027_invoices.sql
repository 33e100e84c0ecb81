-- Invoices as the operator's billing made them. Amounts in 1/10 000 krona; a credit note has amounts below zero.
-- Paid and Credited are sums of what hangs on the invoice, and Outstanding and Settlement (1 open, 4 paid, 5 credited) follow from them;
-- whether an open one is overdue follows from DueOn and the day it is asked on, and is stored nowhere. SearchNumber: Number in lower case.
CREATE TABLE dbo.Invoice (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SearchNumber nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    IsCreditNote bit NOT NULL,
    CreditsInvoiceId uniqueidentifier NULL,
    InvoicedOn date NOT NULL,
    DueOn date NOT NULL,
    PeriodFrom date NULL,
    PeriodTo date NULL,
    NetAmount bigint NOT NULL,
    VatAmount bigint NOT NULL,
    Rounding bigint NOT NULL,
    Total bigint NOT NULL,
    Paid bigint NOT NULL,
    Credited bigint NOT NULL,
    Outstanding bigint NOT NULL,
    Settlement smallint NOT NULL,
    PaymentReference nvarchar(25) COLLATE Latin1_General_100_BIN2 NULL,
    CustomerReference nvarchar(100) NULL,
    RecipientName nvarchar(200) NULL,
    RecipientStreet nvarchar(200) NULL,
    RecipientPostalCode nvarchar(10) NULL,
    RecipientCity nvarchar(100) NULL,
    Version int NOT NULL,
    CONSTRAINT PK_Invoice PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_Invoice UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_Invoice_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT UX_Invoice_Number UNIQUE (Number),
    CONSTRAINT FK_Invoice_Organisation FOREIGN KEY (OrganisationId) REFERENCES dbo.Organisation (Id),
    CONSTRAINT FK_Invoice_Account FOREIGN KEY (AccountId) REFERENCES dbo.Account (Id),
    CONSTRAINT FK_Invoice_Credits FOREIGN KEY (CreditsInvoiceId) REFERENCES dbo.Invoice (Id)
);
CREATE INDEX IX_Invoice_Credits ON dbo.Invoice (CreditsInvoiceId);
-- The list in each of its orders, the number after it and Seq last, so that it is one order. IX_Invoice_Account finds the invoices of a part of the account tree.
CREATE INDEX IX_Invoice_Account ON dbo.Invoice (AccountId, OrganisationId, Settlement, DueOn) INCLUDE (Outstanding, Total, SearchNumber, InvoicedOn);
CREATE INDEX IX_Invoice_AccountOrder ON dbo.Invoice (OrganisationId, AccountId, SearchNumber, Seq);
CREATE INDEX IX_Invoice_State ON dbo.Invoice (OrganisationId, Settlement, DueOn, SearchNumber, Seq) INCLUDE (Outstanding, Total, AccountId);
CREATE INDEX IX_Invoice_Number ON dbo.Invoice (OrganisationId, SearchNumber, Seq) INCLUDE (AccountId);
CREATE INDEX IX_Invoice_Date ON dbo.Invoice (OrganisationId, InvoicedOn, SearchNumber, Seq) INCLUDE (AccountId);
CREATE INDEX IX_Invoice_DueOn ON dbo.Invoice (OrganisationId, DueOn, SearchNumber, Seq) INCLUDE (AccountId);
CREATE INDEX IX_Invoice_Total ON dbo.Invoice (OrganisationId, Total, SearchNumber, Seq) INCLUDE (AccountId);
CREATE INDEX IX_Invoice_Outstanding ON dbo.Invoice (OrganisationId, Outstanding, SearchNumber, Seq) INCLUDE (AccountId);
CREATE INDEX IX_Invoice_Reference ON dbo.Invoice (OrganisationId, PaymentReference, SearchNumber, Seq) INCLUDE (AccountId);
-- What an invoice is for. A line without a service is the account's own. Quantity in thousandths, VatPercent in hundredths of a percent.
CREATE TABLE dbo.InvoiceLine (
    Seq bigint IDENTITY NOT NULL,
    InvoiceId uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubscriptionId uniqueidentifier NULL,
    Description nvarchar(200) NOT NULL,
    UserName nvarchar(200) NULL,
    PhoneNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    Quantity bigint NULL,
    Unit nvarchar(20) NULL,
    UnitPrice bigint NULL,
    Amount bigint NOT NULL,
    VatPercent smallint NOT NULL,
    PeriodFrom date NULL,
    PeriodTo date NULL,
    CONSTRAINT PK_InvoiceLine PRIMARY KEY CLUSTERED (Seq),
    CONSTRAINT UX_InvoiceLine_ExternalId UNIQUE (InvoiceId, ExternalId),
    CONSTRAINT FK_InvoiceLine_Invoice FOREIGN KEY (InvoiceId) REFERENCES dbo.Invoice (Id),
    CONSTRAINT FK_InvoiceLine_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id)
);
CREATE INDEX IX_InvoiceLine_Subscription ON dbo.InvoiceLine (SubscriptionId);
CREATE TABLE dbo.Payment (
    Seq bigint IDENTITY NOT NULL,
    InvoiceId uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PaidOn date NOT NULL,
    Amount bigint NOT NULL,
    CONSTRAINT PK_Payment PRIMARY KEY CLUSTERED (Seq),
    CONSTRAINT UX_Payment_ExternalId UNIQUE (InvoiceId, ExternalId),
    CONSTRAINT FK_Payment_Invoice FOREIGN KEY (InvoiceId) REFERENCES dbo.Invoice (Id)
);
-- The operator's own document of an invoice. The file lies in the file store.
CREATE TABLE dbo.InvoiceDocument (
    InvoiceId uniqueidentifier NOT NULL,
    FileKey nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ContentHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Size bigint NOT NULL,
    LoadedAt datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_InvoiceDocument PRIMARY KEY CLUSTERED (InvoiceId),
    CONSTRAINT FK_InvoiceDocument_Invoice FOREIGN KEY (InvoiceId) REFERENCES dbo.Invoice (Id)
);
