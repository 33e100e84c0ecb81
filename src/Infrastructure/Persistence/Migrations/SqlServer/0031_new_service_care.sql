-- The product that a draft's details were told of: when another is chosen they are looked over again.
ALTER TABLE dbo.OrderDraft ADD DetailsProductId uniqueidentifier NULL;
-- A service that never was: nowhere to be seen, whatever becomes of its product.
ALTER TABLE dbo.Subscription ADD IsWithdrawn bit NOT NULL CONSTRAINT DF_Subscription_IsWithdrawn DEFAULT 0;
