-- What a personal token left of the rights of whoever ordered or kept a report with it; the job that writes it has no more. Null with a session.
ALTER TABLE dbo.ReportExport ADD TokenRights nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL;
ALTER TABLE dbo.KeptReport ADD TokenRights nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL;
