-- Which kinds of service a part of the account tree has, without their rows: Driftinformation asks at each visit.
DROP INDEX IX_Subscription_Account ON dbo.Subscription;
CREATE INDEX IX_Subscription_Account ON dbo.Subscription (AccountId, OrganisationId, IsHidden, Status) INCLUDE (SearchName, Kind);
