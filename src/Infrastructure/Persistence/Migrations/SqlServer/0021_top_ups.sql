-- Data bought beside the package of a service, for the Swedish month in which it was ordered. Month is its first day.
CREATE TABLE dbo.TopUp (
    Seq bigint IDENTITY(1, 1) NOT NULL,
    SubscriptionId uniqueidentifier NOT NULL,
    Month date NOT NULL,
    Name nvarchar(200) NOT NULL,
    Bytes bigint NOT NULL,
    OrderId uniqueidentifier NOT NULL,
    DeliveredAt datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_TopUp PRIMARY KEY CLUSTERED (Seq),
    CONSTRAINT UX_TopUp_Order UNIQUE (OrderId),
    CONSTRAINT FK_TopUp_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id),
    CONSTRAINT FK_TopUp_Order FOREIGN KEY (OrderId) REFERENCES dbo.CustomerOrder (Id)
);
CREATE INDEX IX_TopUp_Subscription ON dbo.TopUp (SubscriptionId, Month);
