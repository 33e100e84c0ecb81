-- What the operator tells of an order that it loads; without value for orders made here, whose lines say it.
ALTER TABLE dbo.CustomerOrder ADD Description nvarchar(500) NULL;
ALTER TABLE dbo.CustomerOrder ADD MonthlyPrice bigint NULL;
ALTER TABLE dbo.CustomerOrder ADD OneTimePrice bigint NULL;
