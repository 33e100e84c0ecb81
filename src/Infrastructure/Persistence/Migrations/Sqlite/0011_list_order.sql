-- Services that are alike in what their list is sorted by follow by name: the indexes that the list walks have the name too.
-- IX_Subscription_Status stays as narrow as it is, for counting.
DROP INDEX IX_Subscription_PhoneOrder;
DROP INDEX IX_Subscription_Product;
DROP INDEX IX_Subscription_Kind;
DROP INDEX IX_Subscription_Price;
DROP INDEX IX_Subscription_CostCentre;
DROP INDEX IX_Subscription_EmployeeNumber;
DROP INDEX IX_Subscription_EndsOn;
CREATE INDEX IX_Subscription_PhoneOrder ON Subscription (OrganisationId, PhoneNumber, FixedNumber, UserName, Seq, IsHidden, Status, AccountId);
CREATE INDEX IX_Subscription_Product ON Subscription (OrganisationId, ProductId, UserName, Seq, IsHidden, Status, AccountId);
CREATE INDEX IX_Subscription_Kind ON Subscription (OrganisationId, Kind, UserName, Seq);
CREATE INDEX IX_Subscription_Price ON Subscription (OrganisationId, MonthlyPrice, UserName, Seq);
CREATE INDEX IX_Subscription_CostCentre ON Subscription (OrganisationId, CostCentre, UserName, Seq);
CREATE INDEX IX_Subscription_EmployeeNumber ON Subscription (OrganisationId, EmployeeNumber, UserName, Seq);
CREATE INDEX IX_Subscription_EndsOn ON Subscription (OrganisationId, EndsOn, UserName, Seq);
CREATE INDEX IX_Subscription_StatusOrder ON Subscription (OrganisationId, Status, UserName, Seq, IsHidden, AccountId);
