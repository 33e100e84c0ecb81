-- The orders' list, and the indexes of its orders: a page of it is read in the order of one of them.
UPDATE dbo.CustomerOrder SET SubscriptionId = (SELECT l.SubscriptionId FROM dbo.OrderLine l WHERE l.OrderId = dbo.CustomerOrder.Id AND l.LineNumber = 1);
UPDATE dbo.CustomerOrder SET
    ServiceName = (SELECT s.UserName FROM dbo.Subscription s WHERE s.Id = dbo.CustomerOrder.SubscriptionId),
    SearchName = (SELECT s.SearchName FROM dbo.Subscription s WHERE s.Id = dbo.CustomerOrder.SubscriptionId),
    IsHidden = CASE WHEN EXISTS (SELECT 1 FROM dbo.Subscription s WHERE s.Id = dbo.CustomerOrder.SubscriptionId AND s.IsHidden = 1) THEN 1 ELSE 0 END;
DROP INDEX IX_CustomerOrder_Organisation ON dbo.CustomerOrder;
CREATE INDEX IX_CustomerOrder_Ordered ON dbo.CustomerOrder (OrganisationId, OrderedAt, Seq) INCLUDE (IsHidden, State, Type, AccountId);
CREATE INDEX IX_CustomerOrder_State ON dbo.CustomerOrder (OrganisationId, State, Seq) INCLUDE (IsHidden, Type, AccountId);
CREATE INDEX IX_CustomerOrder_Type ON dbo.CustomerOrder (OrganisationId, Type, Seq) INCLUDE (IsHidden, State, AccountId);
CREATE INDEX IX_CustomerOrder_NumberOrder ON dbo.CustomerOrder (OrganisationId, Number, Seq) INCLUDE (IsHidden, State, AccountId);
CREATE INDEX IX_CustomerOrder_ServiceName ON dbo.CustomerOrder (OrganisationId, ServiceName, Seq) INCLUDE (IsHidden, State, AccountId, SearchName);
CREATE INDEX IX_CustomerOrder_OrderedBy ON dbo.CustomerOrder (OrganisationId, OrderedBy, Seq) INCLUDE (IsHidden, State, AccountId);
CREATE INDEX IX_CustomerOrder_Expected ON dbo.CustomerOrder (OrganisationId, ExpectedOn, Seq);
CREATE INDEX IX_CustomerOrder_Ended ON dbo.CustomerOrder (OrganisationId, EndedAt, Seq);
CREATE INDEX IX_CustomerOrder_Account ON dbo.CustomerOrder (AccountId, OrganisationId, IsHidden, State, Type) INCLUDE (OrderedAt);
CREATE INDEX IX_CustomerOrder_Subscription ON dbo.CustomerOrder (SubscriptionId);
CREATE UNIQUE INDEX UX_CustomerOrder_Loaded ON dbo.CustomerOrder (OrganisationId, ExternalId) WHERE IsLoaded = 1;
