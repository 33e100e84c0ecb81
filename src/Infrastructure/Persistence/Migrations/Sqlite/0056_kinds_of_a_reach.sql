-- Which kinds of service a part of the account tree has, without their rows: Driftinformation asks at each visit.
DROP INDEX IX_Subscription_Account;
CREATE INDEX IX_Subscription_Account ON Subscription (AccountId, OrganisationId, IsHidden, Status, SearchName, Kind);
