-- Whether a customer has a line in a town by its other end.
CREATE INDEX IX_Subscription_OtherTown ON dbo.Subscription (OrganisationId, Kind, OtherEndCity, IsHidden, Status, AccountId) WHERE OtherEndCity IS NOT NULL;
