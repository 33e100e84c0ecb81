-- Services that are alike in what their list is sorted by follow by name: the indexes that the list walks have the name too.
-- IX_Subscription_Status stays as narrow as it is, for counting.
DROP INDEX IX_Subscription_PhoneOrder ON dbo.Subscription;
DROP INDEX IX_Subscription_Product ON dbo.Subscription;
DROP INDEX IX_Subscription_Kind ON dbo.Subscription;
DROP INDEX IX_Subscription_Price ON dbo.Subscription;
DROP INDEX IX_Subscription_CostCentre ON dbo.Subscription;
DROP INDEX IX_Subscription_EmployeeNumber ON dbo.Subscription;
DROP INDEX IX_Subscription_EndsOn ON dbo.Subscription;
CREATE INDEX IX_Subscription_PhoneOrder ON dbo.Subscription (OrganisationId, PhoneNumber, FixedNumber, UserName, Seq) INCLUDE (IsHidden, Status, AccountId);
CREATE INDEX IX_Subscription_Product ON dbo.Subscription (OrganisationId, ProductId, UserName, Seq) INCLUDE (IsHidden, Status, AccountId);
CREATE INDEX IX_Subscription_Kind ON dbo.Subscription (OrganisationId, Kind, UserName, Seq);
CREATE INDEX IX_Subscription_Price ON dbo.Subscription (OrganisationId, MonthlyPrice, UserName, Seq);
CREATE INDEX IX_Subscription_CostCentre ON dbo.Subscription (OrganisationId, CostCentre, UserName, Seq);
CREATE INDEX IX_Subscription_EmployeeNumber ON dbo.Subscription (OrganisationId, EmployeeNumber, UserName, Seq);
CREATE INDEX IX_Subscription_EndsOn ON dbo.Subscription (OrganisationId, EndsOn, UserName, Seq);
CREATE INDEX IX_Subscription_StatusOrder ON dbo.Subscription (OrganisationId, Status, UserName, Seq) INCLUDE (IsHidden, AccountId);
