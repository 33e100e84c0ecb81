-- Which account a service belonged to before a day: traffic that is loaded late counts for the account of its day.
CREATE TABLE SubscriptionMove (
    Seq INTEGER PRIMARY KEY,
    SubscriptionId TEXT NOT NULL,
    FromAccountId TEXT NOT NULL,
    MovedOn TEXT NOT NULL,
    CONSTRAINT FK_SubscriptionMove_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id) ON DELETE CASCADE,
    CONSTRAINT FK_SubscriptionMove_Account FOREIGN KEY (FromAccountId) REFERENCES Account (Id)
) STRICT;
CREATE INDEX IX_SubscriptionMove_Subscription ON SubscriptionMove (SubscriptionId);
