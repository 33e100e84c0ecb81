-- Who wished an order off: they need no mail that it is.
ALTER TABLE dbo.CustomerOrder ADD CancelledById uniqueidentifier NULL;
