-- Who wished an order off: they need no mail that it is.
ALTER TABLE CustomerOrder ADD COLUMN CancelledById TEXT;
