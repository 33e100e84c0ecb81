-- Who wants a mail when the data of a month runs out: for one service, or for all within the reach (no SubscriptionId).
CREATE TABLE DataWarning (
    Seq INTEGER PRIMARY KEY,
    UserId TEXT NOT NULL,
    SubscriptionId TEXT,
    CONSTRAINT FK_DataWarning_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE,
    CONSTRAINT FK_DataWarning_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id)
) STRICT;
CREATE UNIQUE INDEX UX_DataWarning_All ON DataWarning (UserId) WHERE SubscriptionId IS NULL;
CREATE UNIQUE INDEX UX_DataWarning_Service ON DataWarning (UserId, SubscriptionId) WHERE SubscriptionId IS NOT NULL;
-- How far a user has been warned of a service in a Swedish month: 80 or 100 %. Month is its first day.
CREATE TABLE DataWarningSent (
    UserId TEXT NOT NULL,
    Month TEXT NOT NULL,
    SubscriptionId TEXT NOT NULL,
    Reached INTEGER NOT NULL,
    CONSTRAINT PK_DataWarningSent PRIMARY KEY (UserId, Month, SubscriptionId),
    CONSTRAINT FK_DataWarningSent_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
