UPDATE dbo.AuditEntry SET AccountId = COALESCE(
    (SELECT s.AccountId FROM dbo.Subscription s WHERE s.Id = dbo.AuditEntry.SubjectId), (SELECT a.Id FROM dbo.Account a WHERE a.Id = dbo.AuditEntry.SubjectId),
    (SELECT o.AccountId FROM dbo.CustomerOrder o WHERE o.Id = dbo.AuditEntry.SubjectId), (SELECT v.AccountId FROM dbo.PortalUser v WHERE v.Id = dbo.AuditEntry.SubjectId),
    (SELECT u.AccountId FROM dbo.PortalUser u WHERE u.Id = dbo.AuditEntry.UserId));
DROP INDEX IX_AuditEntry_Organisation ON dbo.AuditEntry;
CREATE INDEX IX_AuditEntry_At ON dbo.AuditEntry (OrganisationId, At, Seq) INCLUDE (Outcome, Action, AccountId);
CREATE INDEX IX_AuditEntry_Account ON dbo.AuditEntry (AccountId, OrganisationId, At) INCLUDE (Outcome, Action);
