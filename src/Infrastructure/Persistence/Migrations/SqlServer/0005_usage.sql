-- Traffic: one row a call, message or data session. Large, so it is keyed by the small numbers of subscription and account.
-- AccountSeq is the account of the day; InvoiceNumber is null until invoiced; Charge in 1/10 000 krona.
CREATE TABLE dbo.UsageRecord (
    Seq bigint IDENTITY NOT NULL,
    SubscriptionSeq bigint NOT NULL,
    AccountSeq bigint NOT NULL,
    At datetimeoffset(7) NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    InvoiceNumber nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    TrafficType smallint NOT NULL,
    Direction smallint NOT NULL,
    Zone smallint NOT NULL,
    Country nvarchar(2) COLLATE Latin1_General_100_BIN2 NULL,
    OtherNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    Amount bigint NOT NULL,
    Charge bigint NOT NULL,
    CONSTRAINT PK_UsageRecord PRIMARY KEY CLUSTERED (Seq),
    CONSTRAINT UX_UsageRecord_ExternalId UNIQUE (SubscriptionSeq, ExternalId)
);
CREATE INDEX IX_UsageRecord_Subscription ON dbo.UsageRecord (SubscriptionSeq, At);
-- Monthly sums, kept as usage is loaded. Month is the first day of the Swedish month.
CREATE TABLE dbo.UsageMonth (
    SubscriptionSeq bigint NOT NULL,
    Month date NOT NULL,
    AccountSeq bigint NOT NULL,
    TrafficType smallint NOT NULL,
    Direction smallint NOT NULL,
    Zone smallint NOT NULL,
    Records bigint NOT NULL,
    Amount bigint NOT NULL,
    Charge bigint NOT NULL,
    CONSTRAINT PK_UsageMonth PRIMARY KEY CLUSTERED (SubscriptionSeq, Month, AccountSeq, TrafficType, Direction, Zone)
);
CREATE INDEX IX_UsageMonth_Account ON dbo.UsageMonth (AccountSeq, Month);
