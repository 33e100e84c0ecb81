-- A user's kept reports are told apart by their names: the second of a name becomes "… (2)", and what is double even then is told by its id.
WITH d AS (SELECT Name, ROW_NUMBER() OVER (PARTITION BY UserId, Name ORDER BY Id) AS No FROM dbo.KeptReport)
UPDATE d SET Name = CONCAT(LEFT(Name, 93), N' (', No, N')') WHERE No > 1;

WITH d AS (SELECT Id, Name, ROW_NUMBER() OVER (PARTITION BY UserId, Name ORDER BY Id) AS No FROM dbo.KeptReport)
UPDATE d SET Name = CONCAT(LEFT(Name, 60), N' ', Id) WHERE No > 1;

DROP INDEX IX_KeptReport_User ON dbo.KeptReport;
CREATE UNIQUE INDEX UX_KeptReport_Name ON dbo.KeptReport (UserId, Name);

-- The kept report that somebody ran: its last result stands beside it, as that of one that came by itself (KeptReportId) does.
ALTER TABLE dbo.ReportExport ADD AskedKeptReportId uniqueidentifier NULL;

-- Of how many sheets the rows are.
ALTER TABLE dbo.ReportExport ADD Sheets smallint NULL;

-- The last invoiced traffic of an account, at its end.
CREATE INDEX IX_UsageRecord_Invoiced ON dbo.UsageRecord (AccountSeq, At) WHERE InvoiceNumber IS NOT NULL;

-- What is asked for is stored as JSON, where å takes six signs.
ALTER TABLE dbo.ReportExport ALTER COLUMN Parameters nvarchar(max) NOT NULL;
ALTER TABLE dbo.KeptReport ALTER COLUMN Parameters nvarchar(max) NOT NULL;
