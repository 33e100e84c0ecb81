-- What has no day comes last in rising order too, and an order that has ended is expected no more. Such an order is sorted here,
-- out of an index that has all that it and the reach read.
DROP INDEX IX_CustomerOrder_Expected ON dbo.CustomerOrder;
CREATE INDEX IX_CustomerOrder_Expected ON dbo.CustomerOrder (OrganisationId, ExpectedOn, Seq) INCLUDE (EndedAt, IsHidden, AccountId);
DROP INDEX IX_CustomerOrder_Ended ON dbo.CustomerOrder;
CREATE INDEX IX_CustomerOrder_Ended ON dbo.CustomerOrder (OrganisationId, EndedAt, Seq) INCLUDE (IsHidden, AccountId);
DROP INDEX IX_Subscription_EndsOn ON dbo.Subscription;
CREATE INDEX IX_Subscription_EndsOn ON dbo.Subscription (OrganisationId, EndsOn, UserName, Seq) INCLUDE (IsHidden, AccountId);
