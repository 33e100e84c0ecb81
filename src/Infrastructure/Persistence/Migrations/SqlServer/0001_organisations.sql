-- The tenants, their account trees and contact persons. Seq clusters rows in the order they came; Id is what the product speaks of.
CREATE TABLE dbo.Organisation (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OrganisationNumber nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) NOT NULL,
    RequireTwoFactor bit NOT NULL,
    Version int NOT NULL,
    CONSTRAINT PK_Organisation PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_Organisation UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_Organisation_ExternalId UNIQUE (ExternalId)
);
CREATE TABLE dbo.Account (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    ParentId uniqueidentifier NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Number nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) NOT NULL,
    Alias nvarchar(200) NULL,
    DisplayName nvarchar(200) NOT NULL,
    SearchName nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    InvoiceReference nvarchar(100) NULL,
    OrganisationNumber nvarchar(12) COLLATE Latin1_General_100_BIN2 NULL,
    Email nvarchar(254) NULL,
    Phone nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    Street nvarchar(200) NULL,
    PostalCode nvarchar(10) NULL,
    City nvarchar(100) NULL,
    InvoiceOnPaper bit NOT NULL,
    InvoiceStreet nvarchar(200) NULL,
    InvoicePostalCode nvarchar(10) NULL,
    InvoiceCity nvarchar(100) NULL,
    Version int NOT NULL,
    CONSTRAINT PK_Account PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_Account UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_Account_Number UNIQUE (Number),
    CONSTRAINT UX_Account_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_Account_Organisation FOREIGN KEY (OrganisationId) REFERENCES dbo.Organisation (Id),
    CONSTRAINT FK_Account_Parent FOREIGN KEY (ParentId) REFERENCES dbo.Account (Id)
);
CREATE UNIQUE INDEX UX_Account_Root ON dbo.Account (OrganisationId) WHERE ParentId IS NULL;
CREATE INDEX IX_Account_Parent ON dbo.Account (ParentId, DisplayName);
CREATE INDEX IX_Account_DisplayName ON dbo.Account (OrganisationId, DisplayName, Seq, Id);

-- Closure of the tree: one row for every account and each account above it, itself included.
CREATE TABLE dbo.AccountTree (
    AncestorId uniqueidentifier NOT NULL,
    DescendantId uniqueidentifier NOT NULL,
    Depth int NOT NULL,
    CONSTRAINT PK_AccountTree PRIMARY KEY CLUSTERED (AncestorId, DescendantId),
    CONSTRAINT FK_AccountTree_Ancestor FOREIGN KEY (AncestorId) REFERENCES dbo.Account (Id),
    CONSTRAINT FK_AccountTree_Descendant FOREIGN KEY (DescendantId) REFERENCES dbo.Account (Id)
);
CREATE INDEX IX_AccountTree_Descendant ON dbo.AccountTree (DescendantId, AncestorId);

CREATE TABLE dbo.ContactPerson (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) NOT NULL,
    Email nvarchar(254) NULL,
    Phone nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    Version int NOT NULL,
    CONSTRAINT PK_ContactPerson PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_ContactPerson UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_ContactPerson_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_ContactPerson_Account FOREIGN KEY (AccountId) REFERENCES dbo.Account (Id)
);
CREATE INDEX IX_ContactPerson_Account ON dbo.ContactPerson (AccountId, Name);
CREATE TABLE dbo.ContactPersonRole (
    ContactPersonId uniqueidentifier NOT NULL,
    Role nvarchar(50) NOT NULL,
    CONSTRAINT PK_ContactPersonRole PRIMARY KEY CLUSTERED (ContactPersonId, Role),
    CONSTRAINT FK_ContactPersonRole_ContactPerson FOREIGN KEY (ContactPersonId) REFERENCES dbo.ContactPerson (Id) ON DELETE CASCADE
);

-- Numbers that people read, unique in the whole installation.
CREATE TABLE dbo.NumberSeries (
    Name nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    NextNumber bigint NOT NULL,
    CONSTRAINT PK_NumberSeries PRIMARY KEY CLUSTERED (Name)
);
-- Facts about the installation itself, such as the version of the collation that indexes were built with.
CREATE TABLE dbo.Setting (
    Name nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Value nvarchar(4000) NOT NULL,
    CONSTRAINT PK_Setting PRIMARY KEY CLUSTERED (Name)
);
