-- The other end of a line between two addresses.
ALTER TABLE dbo.Subscription ADD OtherEndStreet nvarchar(200) NULL;
ALTER TABLE dbo.Subscription ADD OtherEndPostalCode nvarchar(10) NULL;
ALTER TABLE dbo.Subscription ADD OtherEndCity nvarchar(100) NULL;
