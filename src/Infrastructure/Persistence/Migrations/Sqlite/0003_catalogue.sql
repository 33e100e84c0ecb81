-- What the operator sells, and what an organisation's agreement offers at which price. Prices in 1/10 000 krona without VAT.
CREATE TABLE Category (
    Id TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    SortOrder INTEGER NOT NULL,
    CONSTRAINT PK_Category PRIMARY KEY (Id),
    CONSTRAINT UX_Category_ExternalId UNIQUE (ExternalId)
) STRICT;
CREATE TABLE Product (
    Id TEXT NOT NULL,
    CategoryId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Kind INTEGER NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    Description TEXT COLLATE SV_CI,
    MonthlyPrice INTEGER NOT NULL,
    OneTimePrice INTEGER NOT NULL,
    IsHidden INTEGER NOT NULL,
    CONSTRAINT PK_Product PRIMARY KEY (Id),
    CONSTRAINT UX_Product_ExternalId UNIQUE (ExternalId),
    CONSTRAINT FK_Product_Category FOREIGN KEY (CategoryId) REFERENCES Category (Id)
) STRICT;
CREATE INDEX IX_Product_Name ON Product (Name, Id);
CREATE TABLE DataPackage (
    Id TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    Bytes INTEGER,
    MonthlyPrice INTEGER NOT NULL,
    IsTopUp INTEGER NOT NULL,
    CONSTRAINT PK_DataPackage PRIMARY KEY (Id),
    CONSTRAINT UX_DataPackage_ExternalId UNIQUE (ExternalId)
) STRICT;
CREATE TABLE PriceList (
    Id TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    Description TEXT COLLATE SV_CI,
    IsBase INTEGER NOT NULL,
    MonthlyPrice INTEGER NOT NULL,
    IncludedSeconds INTEGER,
    IncludedMessages INTEGER,
    CONSTRAINT PK_PriceList PRIMARY KEY (Id),
    CONSTRAINT UX_PriceList_ExternalId UNIQUE (ExternalId)
) STRICT;
CREATE TABLE AddOn (
    Id TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    Description TEXT COLLATE SV_CI,
    MonthlyPrice INTEGER NOT NULL,
    CONSTRAINT PK_AddOn PRIMARY KEY (Id),
    CONSTRAINT UX_AddOn_ExternalId UNIQUE (ExternalId)
) STRICT;
CREATE TABLE Agreement (
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Number TEXT NOT NULL,
    ValidFrom TEXT NOT NULL,
    ValidTo TEXT,
    NoticeMonths INTEGER NOT NULL,
    NoticeToMonthEnd INTEGER NOT NULL,
    CommitmentMonths INTEGER NOT NULL,
    CONSTRAINT PK_Agreement PRIMARY KEY (Id),
    CONSTRAINT UX_Agreement_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_Agreement_Organisation FOREIGN KEY (OrganisationId) REFERENCES Organisation (Id)
) STRICT;
-- The products of an agreement; a price here goes before the catalogue's.
CREATE TABLE AgreementProduct (
    AgreementId TEXT NOT NULL,
    ProductId TEXT NOT NULL,
    MonthlyPrice INTEGER,
    OneTimePrice INTEGER,
    CONSTRAINT PK_AgreementProduct PRIMARY KEY (AgreementId, ProductId),
    CONSTRAINT FK_AgreementProduct_Agreement FOREIGN KEY (AgreementId) REFERENCES Agreement (Id) ON DELETE CASCADE,
    CONSTRAINT FK_AgreementProduct_Product FOREIGN KEY (ProductId) REFERENCES Product (Id)
) STRICT, WITHOUT ROWID;
