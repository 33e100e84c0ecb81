-- Who uses the service of a row, as the file that it came from says: looked at again when the job's preview is changed.
ALTER TABLE dbo.BulkRow ADD GivenUser nvarchar(200) NULL;
