-- The tenants, their account trees and contact persons. Seq clusters rows in the order they came; Id is what the product speaks of.
CREATE TABLE Organisation (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    OrganisationNumber TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    RequireTwoFactor INTEGER NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Organisation_Id UNIQUE (Id),
    CONSTRAINT UX_Organisation_ExternalId UNIQUE (ExternalId)
) STRICT;
CREATE TABLE Account (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    ParentId TEXT,
    ExternalId TEXT NOT NULL,
    Number TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    Alias TEXT COLLATE SV_CI,
    DisplayName TEXT COLLATE SV_CI NOT NULL,
    SearchName TEXT NOT NULL,
    InvoiceReference TEXT COLLATE SV_CI,
    OrganisationNumber TEXT,
    Email TEXT COLLATE SV_CI,
    Phone TEXT,
    Street TEXT COLLATE SV_CI,
    PostalCode TEXT COLLATE SV_CI,
    City TEXT COLLATE SV_CI,
    InvoiceOnPaper INTEGER NOT NULL,
    InvoiceStreet TEXT COLLATE SV_CI,
    InvoicePostalCode TEXT COLLATE SV_CI,
    InvoiceCity TEXT COLLATE SV_CI,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Account_Id UNIQUE (Id),
    CONSTRAINT UX_Account_Number UNIQUE (Number),
    CONSTRAINT UX_Account_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_Account_Organisation FOREIGN KEY (OrganisationId) REFERENCES Organisation (Id),
    CONSTRAINT FK_Account_Parent FOREIGN KEY (ParentId) REFERENCES Account (Id)
) STRICT;
CREATE UNIQUE INDEX UX_Account_Root ON Account (OrganisationId) WHERE ParentId IS NULL;
CREATE INDEX IX_Account_Parent ON Account (ParentId, DisplayName);
CREATE INDEX IX_Account_DisplayName ON Account (OrganisationId, DisplayName, Seq, Id);

-- Closure of the tree: one row for every account and each account above it, itself included.
CREATE TABLE AccountTree (
    AncestorId TEXT NOT NULL,
    DescendantId TEXT NOT NULL,
    Depth INTEGER NOT NULL,
    CONSTRAINT PK_AccountTree PRIMARY KEY (AncestorId, DescendantId),
    CONSTRAINT FK_AccountTree_Ancestor FOREIGN KEY (AncestorId) REFERENCES Account (Id),
    CONSTRAINT FK_AccountTree_Descendant FOREIGN KEY (DescendantId) REFERENCES Account (Id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_AccountTree_Descendant ON AccountTree (DescendantId, AncestorId);

CREATE TABLE ContactPerson (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    Email TEXT COLLATE SV_CI,
    Phone TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_ContactPerson_Id UNIQUE (Id),
    CONSTRAINT UX_ContactPerson_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_ContactPerson_Account FOREIGN KEY (AccountId) REFERENCES Account (Id)
) STRICT;
CREATE INDEX IX_ContactPerson_Account ON ContactPerson (AccountId, Name);
CREATE TABLE ContactPersonRole (
    ContactPersonId TEXT NOT NULL,
    Role TEXT COLLATE SV_CI NOT NULL,
    CONSTRAINT PK_ContactPersonRole PRIMARY KEY (ContactPersonId, Role),
    CONSTRAINT FK_ContactPersonRole_ContactPerson FOREIGN KEY (ContactPersonId) REFERENCES ContactPerson (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Numbers that people read, unique in the whole installation.
CREATE TABLE NumberSeries (
    Name TEXT NOT NULL,
    NextNumber INTEGER NOT NULL,
    CONSTRAINT PK_NumberSeries PRIMARY KEY (Name)
) STRICT, WITHOUT ROWID;
-- Facts about the installation itself, such as the version of the collation that indexes were built with.
CREATE TABLE Setting (
    Name TEXT NOT NULL,
    Value TEXT NOT NULL,
    CONSTRAINT PK_Setting PRIMARY KEY (Name)
) STRICT, WITHOUT ROWID;
