-- Kreditspärr: an amount of a service's charges in a Swedish month (1/10 000 krona) at which premium and roaming are barred.
-- BarsIn is the first day of the month in which it bars, Bars what it barred: BarringKind by number, commas between.
CREATE TABLE dbo.CostCap (
    SubscriptionId uniqueidentifier NOT NULL,
    Amount bigint NOT NULL,
    SetById uniqueidentifier NOT NULL,
    BarsIn date NULL,
    Bars nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    Version int NOT NULL,
    CONSTRAINT PK_CostCap PRIMARY KEY (SubscriptionId),
    CONSTRAINT FK_CostCap_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id)
);
