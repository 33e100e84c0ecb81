-- Services and what belongs to them. Texts that are searched inside have a folded twin (Search…: lower case, made by the product).
CREATE TABLE Subscription (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    ProductId TEXT NOT NULL,
    AgreementId TEXT,
    ExternalId TEXT NOT NULL,
    Kind INTEGER NOT NULL,
    Status INTEGER NOT NULL,
    IsHidden INTEGER NOT NULL,
    UserName TEXT COLLATE SV_CI NOT NULL,
    SearchName TEXT NOT NULL,
    ExternalUserName TEXT COLLATE SV_CI,
    CostCentre TEXT COLLATE SV_CI,
    EmployeeNumber TEXT COLLATE SV_CI,
    PhoneNumber TEXT,
    FixedNumber TEXT,
    MonthlyPrice INTEGER NOT NULL,
    DataPackageId TEXT,
    PriceListId TEXT,
    NoticeMonths INTEGER NOT NULL,
    NoticeToMonthEnd INTEGER NOT NULL,
    CommittedUntil TEXT,
    StartsOn TEXT NOT NULL,
    EndsOn TEXT,
    InstallationStreet TEXT COLLATE SV_CI,
    InstallationPostalCode TEXT COLLATE SV_CI,
    InstallationCity TEXT COLLATE SV_CI,
    DownMbit INTEGER,
    UpMbit INTEGER,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Subscription_Id UNIQUE (Id),
    CONSTRAINT UX_Subscription_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_Subscription_Organisation FOREIGN KEY (OrganisationId) REFERENCES Organisation (Id),
    CONSTRAINT FK_Subscription_Account FOREIGN KEY (AccountId) REFERENCES Account (Id),
    CONSTRAINT FK_Subscription_Product FOREIGN KEY (ProductId) REFERENCES Product (Id),
    CONSTRAINT FK_Subscription_Agreement FOREIGN KEY (AgreementId) REFERENCES Agreement (Id),
    CONSTRAINT FK_Subscription_DataPackage FOREIGN KEY (DataPackageId) REFERENCES DataPackage (Id),
    CONSTRAINT FK_Subscription_PriceList FOREIGN KEY (PriceListId) REFERENCES PriceList (Id)
) STRICT;
CREATE INDEX IX_Subscription_Phone ON Subscription (PhoneNumber);
CREATE INDEX IX_Subscription_Fixed ON Subscription (FixedNumber);
-- The services list in each of its orders, Seq last so that it is one order; those that end with status and account answer
-- its common filters alone. IX_Subscription_Account finds the services of a part of the account tree.
CREATE INDEX IX_Subscription_Account ON Subscription (AccountId, OrganisationId, IsHidden, Status, SearchName);
CREATE INDEX IX_Subscription_UserName ON Subscription (OrganisationId, UserName, Seq, IsHidden, Status, AccountId, SearchName);
CREATE INDEX IX_Subscription_Status ON Subscription (OrganisationId, Status, Seq, IsHidden, AccountId);
CREATE INDEX IX_Subscription_PhoneOrder ON Subscription (OrganisationId, PhoneNumber, FixedNumber, Seq, IsHidden, Status, AccountId);
CREATE INDEX IX_Subscription_Product ON Subscription (OrganisationId, ProductId, Seq, IsHidden, Status, AccountId);
CREATE INDEX IX_Subscription_Kind ON Subscription (OrganisationId, Kind, Seq);
CREATE INDEX IX_Subscription_Price ON Subscription (OrganisationId, MonthlyPrice, Seq);
CREATE INDEX IX_Subscription_CostCentre ON Subscription (OrganisationId, CostCentre, Seq);
CREATE INDEX IX_Subscription_EmployeeNumber ON Subscription (OrganisationId, EmployeeNumber, Seq);
CREATE INDEX IX_Subscription_EndsOn ON Subscription (OrganisationId, EndsOn, Seq);
CREATE TABLE SubscriptionPriceList (
    SubscriptionId TEXT NOT NULL,
    PriceListId TEXT NOT NULL,
    CONSTRAINT PK_SubscriptionPriceList PRIMARY KEY (SubscriptionId, PriceListId),
    CONSTRAINT FK_SubscriptionPriceList_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id) ON DELETE CASCADE,
    CONSTRAINT FK_SubscriptionPriceList_PriceList FOREIGN KEY (PriceListId) REFERENCES PriceList (Id)
) STRICT, WITHOUT ROWID;
CREATE TABLE SubscriptionAddOn (
    SubscriptionId TEXT NOT NULL,
    AddOnId TEXT NOT NULL,
    CONSTRAINT PK_SubscriptionAddOn PRIMARY KEY (SubscriptionId, AddOnId),
    CONSTRAINT FK_SubscriptionAddOn_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id) ON DELETE CASCADE,
    CONSTRAINT FK_SubscriptionAddOn_AddOn FOREIGN KEY (AddOnId) REFERENCES AddOn (Id)
) STRICT, WITHOUT ROWID;
-- PIN and PUK are encrypted. A card without a subscription lies in the customer's stock.
CREATE TABLE SimCard (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    SubscriptionId TEXT,
    Icc TEXT NOT NULL,
    Imsi TEXT,
    ProtectedPin TEXT,
    ProtectedPuk TEXT,
    Form INTEGER NOT NULL,
    State INTEGER NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_SimCard_Id UNIQUE (Id),
    CONSTRAINT UX_SimCard_Icc UNIQUE (Icc),
    CONSTRAINT FK_SimCard_Organisation FOREIGN KEY (OrganisationId) REFERENCES Organisation (Id),
    CONSTRAINT FK_SimCard_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id)
) STRICT;
CREATE UNIQUE INDEX UX_SimCard_ActiveSubscription ON SimCard (SubscriptionId) WHERE State = 3;
CREATE INDEX IX_SimCard_Subscription ON SimCard (SubscriptionId);
CREATE TABLE Handset (
    Id TEXT NOT NULL,
    SubscriptionId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Kind INTEGER NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    CONSTRAINT PK_Handset PRIMARY KEY (Id),
    CONSTRAINT UX_Handset_ExternalId UNIQUE (SubscriptionId, ExternalId),
    CONSTRAINT FK_Handset_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id) ON DELETE CASCADE
) STRICT;
-- The device that the network last saw the SIM card in.
CREATE TABLE Device (
    SubscriptionId TEXT NOT NULL,
    Model TEXT COLLATE SV_CI NOT NULL,
    Imei TEXT NOT NULL,
    SeenAt TEXT NOT NULL,
    CONSTRAINT PK_Device PRIMARY KEY (SubscriptionId),
    CONSTRAINT FK_Device_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE Barring (
    SubscriptionId TEXT NOT NULL,
    Kind INTEGER NOT NULL,
    Since TEXT NOT NULL,
    CONSTRAINT PK_Barring PRIMARY KEY (SubscriptionId, Kind),
    CONSTRAINT FK_Barring_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE CallForwarding (
    SubscriptionId TEXT NOT NULL,
    Kind INTEGER NOT NULL,
    Target TEXT NOT NULL,
    RingSeconds INTEGER,
    Since TEXT NOT NULL,
    CONSTRAINT PK_CallForwarding PRIMARY KEY (SubscriptionId, Kind),
    CONSTRAINT FK_CallForwarding_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- Who did what to a service and when. Kind names a text; Detail holds its values as JSON.
CREATE TABLE SubscriptionEvent (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    SubscriptionId TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    At TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Actor TEXT COLLATE SV_CI NOT NULL,
    Detail TEXT,
    OrderId TEXT,
    CONSTRAINT UX_SubscriptionEvent_Id UNIQUE (Id),
    CONSTRAINT FK_SubscriptionEvent_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id)
) STRICT;
CREATE INDEX IX_SubscriptionEvent_Subscription ON SubscriptionEvent (SubscriptionId, At);
