-- What the operator sells, and what an organisation's agreement offers at which price. Prices in 1/10 000 krona without VAT.
CREATE TABLE dbo.Category (
    Id uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) NOT NULL,
    SortOrder int NOT NULL,
    CONSTRAINT PK_Category PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_Category_ExternalId UNIQUE (ExternalId)
);
CREATE TABLE dbo.Product (
    Id uniqueidentifier NOT NULL,
    CategoryId uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind smallint NOT NULL,
    Name nvarchar(200) NOT NULL,
    Description nvarchar(2000) NULL,
    MonthlyPrice bigint NOT NULL,
    OneTimePrice bigint NOT NULL,
    IsHidden bit NOT NULL,
    CONSTRAINT PK_Product PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_Product_ExternalId UNIQUE (ExternalId),
    CONSTRAINT FK_Product_Category FOREIGN KEY (CategoryId) REFERENCES dbo.Category (Id)
);
CREATE INDEX IX_Product_Name ON dbo.Product (Name, Id);
CREATE TABLE dbo.DataPackage (
    Id uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) NOT NULL,
    Bytes bigint NULL,
    MonthlyPrice bigint NOT NULL,
    IsTopUp bit NOT NULL,
    CONSTRAINT PK_DataPackage PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_DataPackage_ExternalId UNIQUE (ExternalId)
);
CREATE TABLE dbo.PriceList (
    Id uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) NOT NULL,
    Description nvarchar(2000) NULL,
    IsBase bit NOT NULL,
    MonthlyPrice bigint NOT NULL,
    IncludedSeconds bigint NULL,
    IncludedMessages bigint NULL,
    CONSTRAINT PK_PriceList PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_PriceList_ExternalId UNIQUE (ExternalId)
);
CREATE TABLE dbo.AddOn (
    Id uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(200) NOT NULL,
    Description nvarchar(2000) NULL,
    MonthlyPrice bigint NOT NULL,
    CONSTRAINT PK_AddOn PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_AddOn_ExternalId UNIQUE (ExternalId)
);
CREATE TABLE dbo.Agreement (
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Number nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ValidFrom date NOT NULL,
    ValidTo date NULL,
    NoticeMonths int NOT NULL,
    NoticeToMonthEnd bit NOT NULL,
    CommitmentMonths int NOT NULL,
    CONSTRAINT PK_Agreement PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_Agreement_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_Agreement_Organisation FOREIGN KEY (OrganisationId) REFERENCES dbo.Organisation (Id)
);
-- The products of an agreement; a price here goes before the catalogue's.
CREATE TABLE dbo.AgreementProduct (
    AgreementId uniqueidentifier NOT NULL,
    ProductId uniqueidentifier NOT NULL,
    MonthlyPrice bigint NULL,
    OneTimePrice bigint NULL,
    CONSTRAINT PK_AgreementProduct PRIMARY KEY CLUSTERED (AgreementId, ProductId),
    CONSTRAINT FK_AgreementProduct_Agreement FOREIGN KEY (AgreementId) REFERENCES dbo.Agreement (Id) ON DELETE CASCADE,
    CONSTRAINT FK_AgreementProduct_Product FOREIGN KEY (ProductId) REFERENCES dbo.Product (Id)
);
