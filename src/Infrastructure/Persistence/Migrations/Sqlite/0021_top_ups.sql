-- Data bought beside the package of a service, for the Swedish month in which it was ordered. Month is its first day.
CREATE TABLE TopUp (
    Seq INTEGER PRIMARY KEY,
    SubscriptionId TEXT NOT NULL,
    Month TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    Bytes INTEGER NOT NULL,
    OrderId TEXT NOT NULL,
    DeliveredAt TEXT NOT NULL,
    CONSTRAINT UX_TopUp_Order UNIQUE (OrderId),
    CONSTRAINT FK_TopUp_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id),
    CONSTRAINT FK_TopUp_Order FOREIGN KEY (OrderId) REFERENCES CustomerOrder (Id)
) STRICT;
CREATE INDEX IX_TopUp_Subscription ON TopUp (SubscriptionId, Month);
