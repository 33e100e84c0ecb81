-- The orders' list, and the indexes of its orders: a page of it is read in the order of one of them.
UPDATE CustomerOrder SET SubscriptionId = (SELECT l.SubscriptionId FROM OrderLine l WHERE l.OrderId = CustomerOrder.Id AND l.LineNumber = 1);
UPDATE CustomerOrder SET
    ServiceName = (SELECT s.UserName FROM Subscription s WHERE s.Id = CustomerOrder.SubscriptionId),
    SearchName = (SELECT s.SearchName FROM Subscription s WHERE s.Id = CustomerOrder.SubscriptionId),
    IsHidden = CASE WHEN EXISTS (SELECT 1 FROM Subscription s WHERE s.Id = CustomerOrder.SubscriptionId AND s.IsHidden = 1) THEN 1 ELSE 0 END;
DROP INDEX IX_CustomerOrder_Organisation;
CREATE INDEX IX_CustomerOrder_Ordered ON CustomerOrder (OrganisationId, OrderedAt, Seq, IsHidden, State, Type, AccountId);
CREATE INDEX IX_CustomerOrder_State ON CustomerOrder (OrganisationId, State, Seq, IsHidden, Type, AccountId);
CREATE INDEX IX_CustomerOrder_Type ON CustomerOrder (OrganisationId, Type, Seq, IsHidden, State, AccountId);
CREATE INDEX IX_CustomerOrder_NumberOrder ON CustomerOrder (OrganisationId, Number, Seq, IsHidden, State, AccountId);
CREATE INDEX IX_CustomerOrder_ServiceName ON CustomerOrder (OrganisationId, ServiceName, Seq, IsHidden, State, AccountId, SearchName);
CREATE INDEX IX_CustomerOrder_OrderedBy ON CustomerOrder (OrganisationId, OrderedBy, Seq, IsHidden, State, AccountId);
CREATE INDEX IX_CustomerOrder_Expected ON CustomerOrder (OrganisationId, ExpectedOn, Seq);
CREATE INDEX IX_CustomerOrder_Ended ON CustomerOrder (OrganisationId, EndedAt, Seq);
CREATE INDEX IX_CustomerOrder_Account ON CustomerOrder (AccountId, OrganisationId, IsHidden, State, Type, OrderedAt);
CREATE INDEX IX_CustomerOrder_Subscription ON CustomerOrder (SubscriptionId);
CREATE UNIQUE INDEX UX_CustomerOrder_Loaded ON CustomerOrder (OrganisationId, ExternalId) WHERE IsLoaded = 1;
