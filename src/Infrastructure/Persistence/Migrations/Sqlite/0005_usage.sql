-- Traffic: one row a call, message or data session. Large, so it is keyed by the small numbers of subscription and account.
-- AccountSeq is the account of the day; InvoiceNumber is null until invoiced; Charge in 1/10 000 krona.
CREATE TABLE UsageRecord (
    Seq INTEGER PRIMARY KEY,
    SubscriptionSeq INTEGER NOT NULL,
    AccountSeq INTEGER NOT NULL,
    At TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    InvoiceNumber TEXT,
    TrafficType INTEGER NOT NULL,
    Direction INTEGER NOT NULL,
    Zone INTEGER NOT NULL,
    Country TEXT,
    OtherNumber TEXT,
    Amount INTEGER NOT NULL,
    Charge INTEGER NOT NULL,
    CONSTRAINT UX_UsageRecord_ExternalId UNIQUE (SubscriptionSeq, ExternalId)
) STRICT;
CREATE INDEX IX_UsageRecord_Subscription ON UsageRecord (SubscriptionSeq, At);
-- Monthly sums, kept as usage is loaded. Month is the first day of the Swedish month.
CREATE TABLE UsageMonth (
    SubscriptionSeq INTEGER NOT NULL,
    Month TEXT NOT NULL,
    AccountSeq INTEGER NOT NULL,
    TrafficType INTEGER NOT NULL,
    Direction INTEGER NOT NULL,
    Zone INTEGER NOT NULL,
    Records INTEGER NOT NULL,
    Amount INTEGER NOT NULL,
    Charge INTEGER NOT NULL,
    CONSTRAINT PK_UsageMonth PRIMARY KEY (SubscriptionSeq, Month, AccountSeq, TrafficType, Direction, Zone)
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_UsageMonth_Account ON UsageMonth (AccountSeq, Month);
