-- The job on several services that an entry is a row of.
ALTER TABLE dbo.AuditEntry ADD BulkJobId uniqueidentifier NULL;
