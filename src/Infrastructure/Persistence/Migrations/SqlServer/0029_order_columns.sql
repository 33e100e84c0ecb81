-- What the list of orders goes by stands on the order itself: its service with the name of that service's user, kept as that is renamed, and whether
-- the service is kept out of the portal. IsLoaded tells orders that the operator loads, and alone changes, from those made here.
ALTER TABLE dbo.CustomerOrder ADD SubscriptionId uniqueidentifier NULL;
ALTER TABLE dbo.CustomerOrder ADD ServiceName nvarchar(200) NULL;
ALTER TABLE dbo.CustomerOrder ADD SearchName nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE dbo.CustomerOrder ADD IsHidden bit NOT NULL CONSTRAINT DF_CustomerOrder_IsHidden DEFAULT 0;
ALTER TABLE dbo.CustomerOrder ADD IsLoaded bit NOT NULL CONSTRAINT DF_CustomerOrder_IsLoaded DEFAULT 0;
