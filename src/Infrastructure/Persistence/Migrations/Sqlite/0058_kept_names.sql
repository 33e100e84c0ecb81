-- A user's kept reports are told apart by their names: the second of a name becomes "… (2)", and what is double even then is told by its id.
UPDATE KeptReport SET Name = substr(KeptReport.Name, 1, 93) || ' (' || d.No || ')'
FROM (SELECT Id, ROW_NUMBER() OVER (PARTITION BY UserId, Name ORDER BY Id) AS No FROM KeptReport) d
WHERE d.Id = KeptReport.Id AND d.No > 1;

UPDATE KeptReport SET Name = substr(KeptReport.Name, 1, 60) || ' ' || KeptReport.Id
FROM (SELECT Id, ROW_NUMBER() OVER (PARTITION BY UserId, Name ORDER BY Id) AS No FROM KeptReport) d
WHERE d.Id = KeptReport.Id AND d.No > 1;

DROP INDEX IX_KeptReport_User;
CREATE UNIQUE INDEX UX_KeptReport_Name ON KeptReport (UserId, Name);

-- The kept report that somebody ran: its last result stands beside it, as that of one that came by itself (KeptReportId) does.
ALTER TABLE ReportExport ADD COLUMN AskedKeptReportId TEXT;

-- Of how many sheets the rows are.
ALTER TABLE ReportExport ADD COLUMN Sheets INTEGER;

-- The last invoiced traffic of an account, at its end.
CREATE INDEX IX_UsageRecord_Invoiced ON UsageRecord (AccountSeq, At) WHERE InvoiceNumber IS NOT NULL;
