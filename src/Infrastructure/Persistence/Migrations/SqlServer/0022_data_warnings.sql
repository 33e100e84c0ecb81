-- Who wants a mail when the data of a month runs out: for one service, or for all within the reach (no SubscriptionId).
CREATE TABLE dbo.DataWarning (
    Seq bigint IDENTITY(1, 1) NOT NULL,
    UserId uniqueidentifier NOT NULL,
    SubscriptionId uniqueidentifier NULL,
    CONSTRAINT PK_DataWarning PRIMARY KEY CLUSTERED (Seq),
    CONSTRAINT FK_DataWarning_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE,
    CONSTRAINT FK_DataWarning_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id)
);
CREATE UNIQUE INDEX UX_DataWarning_All ON dbo.DataWarning (UserId) WHERE SubscriptionId IS NULL;
CREATE UNIQUE INDEX UX_DataWarning_Service ON dbo.DataWarning (UserId, SubscriptionId) WHERE SubscriptionId IS NOT NULL;
-- How far a user has been warned of a service in a Swedish month: 80 or 100 %. Month is its first day.
CREATE TABLE dbo.DataWarningSent (
    UserId uniqueidentifier NOT NULL,
    Month date NOT NULL,
    SubscriptionId uniqueidentifier NOT NULL,
    Reached smallint NOT NULL,
    CONSTRAINT PK_DataWarningSent PRIMARY KEY CLUSTERED (UserId, Month, SubscriptionId),
    CONSTRAINT FK_DataWarningSent_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
