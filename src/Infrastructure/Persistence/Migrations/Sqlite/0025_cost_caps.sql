-- Kreditspärr: an amount of a service's charges in a Swedish month (1/10 000 krona) at which premium and roaming are barred.
-- BarsIn is the first day of the month in which it bars, Bars what it barred: BarringKind by number, commas between.
CREATE TABLE CostCap (
    SubscriptionId TEXT NOT NULL,
    Amount INTEGER NOT NULL,
    SetById TEXT NOT NULL,
    BarsIn TEXT,
    Bars TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT PK_CostCap PRIMARY KEY (SubscriptionId),
    CONSTRAINT FK_CostCap_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id)
) STRICT, WITHOUT ROWID;
