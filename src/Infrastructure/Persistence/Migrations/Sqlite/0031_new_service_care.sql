-- The product that a draft's details were told of: when another is chosen they are looked over again.
ALTER TABLE OrderDraft ADD COLUMN DetailsProductId TEXT;
-- A service that never was: nowhere to be seen, whatever becomes of its product.
ALTER TABLE Subscription ADD COLUMN IsWithdrawn INTEGER NOT NULL DEFAULT 0;
