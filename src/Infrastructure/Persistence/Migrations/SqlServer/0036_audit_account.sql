-- The account that an entry of the audit log is about: that of its subject, else the top of the reach of whoever acted. It decides who may read it.
ALTER TABLE dbo.AuditEntry ADD AccountId uniqueidentifier NULL;
