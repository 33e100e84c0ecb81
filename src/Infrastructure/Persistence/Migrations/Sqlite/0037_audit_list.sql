UPDATE AuditEntry SET AccountId = COALESCE(
    (SELECT s.AccountId FROM Subscription s WHERE s.Id = AuditEntry.SubjectId), (SELECT a.Id FROM Account a WHERE a.Id = AuditEntry.SubjectId),
    (SELECT o.AccountId FROM CustomerOrder o WHERE o.Id = AuditEntry.SubjectId), (SELECT v.AccountId FROM PortalUser v WHERE v.Id = AuditEntry.SubjectId),
    (SELECT u.AccountId FROM PortalUser u WHERE u.Id = AuditEntry.UserId));
DROP INDEX IX_AuditEntry_Organisation;
CREATE INDEX IX_AuditEntry_At ON AuditEntry (OrganisationId, At, Seq, Outcome, Action, AccountId);
CREATE INDEX IX_AuditEntry_Account ON AuditEntry (AccountId, OrganisationId, At, Outcome, Action);
