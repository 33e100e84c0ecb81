-- What has no day comes last in rising order too, and an order that has ended is expected no more.
DROP INDEX IX_CustomerOrder_Expected;
CREATE INDEX IX_CustomerOrder_Expected ON CustomerOrder (OrganisationId, (CASE WHEN EndedAt IS NULL THEN ExpectedOn END), Seq);
CREATE INDEX IX_CustomerOrder_ExpectedRising ON CustomerOrder (OrganisationId, (CASE WHEN (CASE WHEN EndedAt IS NULL THEN ExpectedOn END) IS NULL THEN 1 ELSE 0 END), (CASE WHEN EndedAt IS NULL THEN ExpectedOn END), Seq);
CREATE INDEX IX_CustomerOrder_EndedRising ON CustomerOrder (OrganisationId, (CASE WHEN EndedAt IS NULL THEN 1 ELSE 0 END), EndedAt, Seq);
CREATE INDEX IX_Subscription_EndsRising ON Subscription (OrganisationId, (CASE WHEN EndsOn IS NULL THEN 1 ELSE 0 END), EndsOn, UserName, Seq);
