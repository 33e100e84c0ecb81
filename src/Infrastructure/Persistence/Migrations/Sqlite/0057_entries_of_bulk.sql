-- The job on several services that an entry is a row of.
ALTER TABLE AuditEntry ADD COLUMN BulkJobId TEXT;
