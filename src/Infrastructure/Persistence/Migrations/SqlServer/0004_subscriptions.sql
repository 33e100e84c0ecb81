-- Services and what belongs to them. Texts that are searched inside have a folded twin (Search…: lower case, made by the product).
CREATE TABLE dbo.Subscription (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    ProductId uniqueidentifier NOT NULL,
    AgreementId uniqueidentifier NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind smallint NOT NULL,
    Status smallint NOT NULL,
    IsHidden bit NOT NULL,
    UserName nvarchar(200) NOT NULL,
    SearchName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ExternalUserName nvarchar(100) NULL,
    CostCentre nvarchar(50) NULL,
    EmployeeNumber nvarchar(50) NULL,
    PhoneNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    FixedNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    MonthlyPrice bigint NOT NULL,
    DataPackageId uniqueidentifier NULL,
    PriceListId uniqueidentifier NULL,
    NoticeMonths int NOT NULL,
    NoticeToMonthEnd bit NOT NULL,
    CommittedUntil date NULL,
    StartsOn date NOT NULL,
    EndsOn date NULL,
    InstallationStreet nvarchar(200) NULL,
    InstallationPostalCode nvarchar(10) NULL,
    InstallationCity nvarchar(100) NULL,
    DownMbit int NULL,
    UpMbit int NULL,
    Version int NOT NULL,
    CONSTRAINT PK_Subscription PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_Subscription UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_Subscription_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_Subscription_Organisation FOREIGN KEY (OrganisationId) REFERENCES dbo.Organisation (Id),
    CONSTRAINT FK_Subscription_Account FOREIGN KEY (AccountId) REFERENCES dbo.Account (Id),
    CONSTRAINT FK_Subscription_Product FOREIGN KEY (ProductId) REFERENCES dbo.Product (Id),
    CONSTRAINT FK_Subscription_Agreement FOREIGN KEY (AgreementId) REFERENCES dbo.Agreement (Id),
    CONSTRAINT FK_Subscription_DataPackage FOREIGN KEY (DataPackageId) REFERENCES dbo.DataPackage (Id),
    CONSTRAINT FK_Subscription_PriceList FOREIGN KEY (PriceListId) REFERENCES dbo.PriceList (Id)
);
CREATE INDEX IX_Subscription_Phone ON dbo.Subscription (PhoneNumber);
CREATE INDEX IX_Subscription_Fixed ON dbo.Subscription (FixedNumber);
-- The services list in each of its orders, Seq last so that it is one order; those that end with status and account answer
-- its common filters alone. IX_Subscription_Account finds the services of a part of the account tree.
CREATE INDEX IX_Subscription_Account ON dbo.Subscription (AccountId, OrganisationId, IsHidden, Status) INCLUDE (SearchName);
CREATE INDEX IX_Subscription_UserName ON dbo.Subscription (OrganisationId, UserName, Seq) INCLUDE (IsHidden, Status, AccountId, SearchName);
CREATE INDEX IX_Subscription_Status ON dbo.Subscription (OrganisationId, Status, Seq) INCLUDE (IsHidden, AccountId);
CREATE INDEX IX_Subscription_PhoneOrder ON dbo.Subscription (OrganisationId, PhoneNumber, FixedNumber, Seq) INCLUDE (IsHidden, Status, AccountId);
CREATE INDEX IX_Subscription_Product ON dbo.Subscription (OrganisationId, ProductId, Seq) INCLUDE (IsHidden, Status, AccountId);
CREATE INDEX IX_Subscription_Kind ON dbo.Subscription (OrganisationId, Kind, Seq);
CREATE INDEX IX_Subscription_Price ON dbo.Subscription (OrganisationId, MonthlyPrice, Seq);
CREATE INDEX IX_Subscription_CostCentre ON dbo.Subscription (OrganisationId, CostCentre, Seq);
CREATE INDEX IX_Subscription_EmployeeNumber ON dbo.Subscription (OrganisationId, EmployeeNumber, Seq);
CREATE INDEX IX_Subscription_EndsOn ON dbo.Subscription (OrganisationId, EndsOn, Seq);
CREATE TABLE dbo.SubscriptionPriceList (
    SubscriptionId uniqueidentifier NOT NULL,
    PriceListId uniqueidentifier NOT NULL,
    CONSTRAINT PK_SubscriptionPriceList PRIMARY KEY CLUSTERED (SubscriptionId, PriceListId),
    CONSTRAINT FK_SubscriptionPriceList_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id) ON DELETE CASCADE,
    CONSTRAINT FK_SubscriptionPriceList_PriceList FOREIGN KEY (PriceListId) REFERENCES dbo.PriceList (Id)
);
CREATE TABLE dbo.SubscriptionAddOn (
    SubscriptionId uniqueidentifier NOT NULL,
    AddOnId uniqueidentifier NOT NULL,
    CONSTRAINT PK_SubscriptionAddOn PRIMARY KEY CLUSTERED (SubscriptionId, AddOnId),
    CONSTRAINT FK_SubscriptionAddOn_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id) ON DELETE CASCADE,
    CONSTRAINT FK_SubscriptionAddOn_AddOn FOREIGN KEY (AddOnId) REFERENCES dbo.AddOn (Id)
);
-- PIN and PUK are encrypted. A card without a subscription lies in the customer's stock.
CREATE TABLE dbo.SimCard (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    SubscriptionId uniqueidentifier NULL,
    Icc nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Imsi nvarchar(15) COLLATE Latin1_General_100_BIN2 NULL,
    ProtectedPin nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    ProtectedPuk nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    Form smallint NOT NULL,
    State smallint NOT NULL,
    Version int NOT NULL,
    CONSTRAINT PK_SimCard PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_SimCard UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_SimCard_Icc UNIQUE (Icc),
    CONSTRAINT FK_SimCard_Organisation FOREIGN KEY (OrganisationId) REFERENCES dbo.Organisation (Id),
    CONSTRAINT FK_SimCard_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id)
);
CREATE UNIQUE INDEX UX_SimCard_ActiveSubscription ON dbo.SimCard (SubscriptionId) WHERE State = 3;
CREATE INDEX IX_SimCard_Subscription ON dbo.SimCard (SubscriptionId);
CREATE TABLE dbo.Handset (
    Id uniqueidentifier NOT NULL,
    SubscriptionId uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind smallint NOT NULL,
    Name nvarchar(200) NOT NULL,
    CONSTRAINT PK_Handset PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_Handset_ExternalId UNIQUE (SubscriptionId, ExternalId),
    CONSTRAINT FK_Handset_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id) ON DELETE CASCADE
);
-- The device that the network last saw the SIM card in.
CREATE TABLE dbo.Device (
    SubscriptionId uniqueidentifier NOT NULL,
    Model nvarchar(200) NOT NULL,
    Imei nvarchar(15) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SeenAt datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_Device PRIMARY KEY CLUSTERED (SubscriptionId),
    CONSTRAINT FK_Device_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id) ON DELETE CASCADE
);
CREATE TABLE dbo.Barring (
    SubscriptionId uniqueidentifier NOT NULL,
    Kind smallint NOT NULL,
    Since datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_Barring PRIMARY KEY CLUSTERED (SubscriptionId, Kind),
    CONSTRAINT FK_Barring_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id) ON DELETE CASCADE
);
CREATE TABLE dbo.CallForwarding (
    SubscriptionId uniqueidentifier NOT NULL,
    Kind smallint NOT NULL,
    Target nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RingSeconds smallint NULL,
    Since datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_CallForwarding PRIMARY KEY CLUSTERED (SubscriptionId, Kind),
    CONSTRAINT FK_CallForwarding_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id) ON DELETE CASCADE
);
-- Who did what to a service and when. Kind names a text; Detail holds its values as JSON.
CREATE TABLE dbo.SubscriptionEvent (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    SubscriptionId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    At datetimeoffset(7) NOT NULL,
    Kind nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Actor nvarchar(200) NOT NULL,
    Detail nvarchar(2000) NULL,
    OrderId uniqueidentifier NULL,
    CONSTRAINT PK_SubscriptionEvent PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_SubscriptionEvent UNIQUE CLUSTERED (Seq),
    CONSTRAINT FK_SubscriptionEvent_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id)
);
CREATE INDEX IX_SubscriptionEvent_Subscription ON dbo.SubscriptionEvent (SubscriptionId, At);
