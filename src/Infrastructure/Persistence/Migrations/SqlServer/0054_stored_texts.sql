-- What is checked before it is stored grows as it is written: an å is six signs in JSON and in a query string.
ALTER TABLE dbo.BulkJob ALTER COLUMN Wish nvarchar(max) NOT NULL;
ALTER TABLE dbo.BulkRow ALTER COLUMN RowValues nvarchar(max) NULL;
ALTER TABLE dbo.BulkRow ALTER COLUMN Problem nvarchar(max) NULL;
ALTER TABLE dbo.SavedView ALTER COLUMN Query nvarchar(4000) NOT NULL;
ALTER TABLE dbo.SubscriptionEvent ALTER COLUMN Detail nvarchar(4000) NULL;
ALTER TABLE dbo.OrderLine ALTER COLUMN Detail nvarchar(max) NOT NULL;
