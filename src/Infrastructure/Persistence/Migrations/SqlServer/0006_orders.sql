-- Everything that the operator's order handling carries out. Lines are typed; Detail holds what is particular to the type as JSON.
CREATE TABLE dbo.CustomerOrder (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    Number nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Type smallint NOT NULL,
    State smallint NOT NULL,
    OrderedById uniqueidentifier NULL,
    OrderedBy nvarchar(200) NOT NULL,
    OrderedAt datetimeoffset(7) NOT NULL,
    StartsOn date NOT NULL,
    ExpectedOn date NULL,
    SentAt datetimeoffset(7) NULL,
    CancelRequestedAt datetimeoffset(7) NULL,
    EndedAt datetimeoffset(7) NULL,
    Reason nvarchar(500) NULL,
    Version int NOT NULL,
    CONSTRAINT PK_CustomerOrder PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_CustomerOrder UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_CustomerOrder_Number UNIQUE (Number),
    CONSTRAINT FK_CustomerOrder_Account FOREIGN KEY (AccountId) REFERENCES dbo.Account (Id)
);
CREATE INDEX IX_CustomerOrder_Organisation ON dbo.CustomerOrder (OrganisationId, OrderedAt);
CREATE TABLE dbo.OrderLine (
    Id uniqueidentifier NOT NULL,
    OrderId uniqueidentifier NOT NULL,
    LineNumber int NOT NULL,
    Type smallint NOT NULL,
    SubscriptionId uniqueidentifier NULL,
    ProductId uniqueidentifier NULL,
    MonthlyPrice bigint NOT NULL,
    OneTimePrice bigint NOT NULL,
    Detail nvarchar(4000) NOT NULL,
    IsOpen bit NOT NULL,
    CONSTRAINT PK_OrderLine PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_OrderLine_Number UNIQUE CLUSTERED (OrderId, LineNumber),
    CONSTRAINT FK_OrderLine_Order FOREIGN KEY (OrderId) REFERENCES dbo.CustomerOrder (Id),
    CONSTRAINT FK_OrderLine_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id)
);
CREATE INDEX IX_OrderLine_Subscription ON dbo.OrderLine (SubscriptionId);
-- One open SIM replacement a subscription (type 2).
CREATE UNIQUE INDEX UX_OrderLine_OpenSimReplacement ON dbo.OrderLine (SubscriptionId) WHERE Type = 2 AND IsOpen = 1;
CREATE TABLE dbo.OrderEvent (
    Id uniqueidentifier NOT NULL,
    OrderId uniqueidentifier NOT NULL,
    At datetimeoffset(7) NOT NULL,
    State smallint NOT NULL,
    Note nvarchar(500) NULL,
    CONSTRAINT PK_OrderEvent PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT FK_OrderEvent_Order FOREIGN KEY (OrderId) REFERENCES dbo.CustomerOrder (Id)
);
CREATE INDEX IX_OrderEvent_Order ON dbo.OrderEvent (OrderId, At);
