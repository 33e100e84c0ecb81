-- Everything that the operator's order handling carries out. Lines are typed; Detail holds what is particular to the type as JSON.
CREATE TABLE CustomerOrder (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    Number TEXT NOT NULL,
    ExternalId TEXT,
    Type INTEGER NOT NULL,
    State INTEGER NOT NULL,
    OrderedById TEXT,
    OrderedBy TEXT COLLATE SV_CI NOT NULL,
    OrderedAt TEXT NOT NULL,
    StartsOn TEXT NOT NULL,
    ExpectedOn TEXT,
    SentAt TEXT,
    CancelRequestedAt TEXT,
    EndedAt TEXT,
    Reason TEXT COLLATE SV_CI,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_CustomerOrder_Id UNIQUE (Id),
    CONSTRAINT UX_CustomerOrder_Number UNIQUE (Number),
    CONSTRAINT FK_CustomerOrder_Account FOREIGN KEY (AccountId) REFERENCES Account (Id)
) STRICT;
CREATE INDEX IX_CustomerOrder_Organisation ON CustomerOrder (OrganisationId, OrderedAt);
CREATE TABLE OrderLine (
    Id TEXT NOT NULL,
    OrderId TEXT NOT NULL,
    LineNumber INTEGER NOT NULL,
    Type INTEGER NOT NULL,
    SubscriptionId TEXT,
    ProductId TEXT,
    MonthlyPrice INTEGER NOT NULL,
    OneTimePrice INTEGER NOT NULL,
    Detail TEXT NOT NULL,
    IsOpen INTEGER NOT NULL,
    CONSTRAINT PK_OrderLine PRIMARY KEY (Id),
    CONSTRAINT UX_OrderLine_Number UNIQUE (OrderId, LineNumber),
    CONSTRAINT FK_OrderLine_Order FOREIGN KEY (OrderId) REFERENCES CustomerOrder (Id),
    CONSTRAINT FK_OrderLine_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id)
) STRICT;
CREATE INDEX IX_OrderLine_Subscription ON OrderLine (SubscriptionId);
-- One open SIM replacement a subscription (type 2).
CREATE UNIQUE INDEX UX_OrderLine_OpenSimReplacement ON OrderLine (SubscriptionId) WHERE Type = 2 AND IsOpen = 1;
CREATE TABLE OrderEvent (
    Id TEXT NOT NULL,
    OrderId TEXT NOT NULL,
    At TEXT NOT NULL,
    State INTEGER NOT NULL,
    Note TEXT COLLATE SV_CI,
    CONSTRAINT PK_OrderEvent PRIMARY KEY (Id),
    CONSTRAINT FK_OrderEvent_Order FOREIGN KEY (OrderId) REFERENCES CustomerOrder (Id)
) STRICT;
CREATE INDEX IX_OrderEvent_Order ON OrderEvent (OrderId, At);
