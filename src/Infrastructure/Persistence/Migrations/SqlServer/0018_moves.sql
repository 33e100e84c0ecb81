-- Which account a service belonged to before a day: traffic that is loaded late counts for the account of its day.
CREATE TABLE dbo.SubscriptionMove (
    Seq bigint IDENTITY(1, 1) NOT NULL,
    SubscriptionId uniqueidentifier NOT NULL,
    FromAccountId uniqueidentifier NOT NULL,
    MovedOn date NOT NULL,
    CONSTRAINT PK_SubscriptionMove PRIMARY KEY CLUSTERED (Seq),
    CONSTRAINT FK_SubscriptionMove_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id) ON DELETE CASCADE,
    CONSTRAINT FK_SubscriptionMove_Account FOREIGN KEY (FromAccountId) REFERENCES dbo.Account (Id)
);
CREATE INDEX IX_SubscriptionMove_Subscription ON dbo.SubscriptionMove (SubscriptionId);
