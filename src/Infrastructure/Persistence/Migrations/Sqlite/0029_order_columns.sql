-- What the list of orders goes by stands on the order itself: its service with the name of that service's user, kept as that is renamed, and whether
-- the service is kept out of the portal. IsLoaded tells orders that the operator loads, and alone changes, from those made here.
ALTER TABLE CustomerOrder ADD COLUMN SubscriptionId TEXT;
ALTER TABLE CustomerOrder ADD COLUMN ServiceName TEXT COLLATE SV_CI;
ALTER TABLE CustomerOrder ADD COLUMN SearchName TEXT;
ALTER TABLE CustomerOrder ADD COLUMN IsHidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE CustomerOrder ADD COLUMN IsLoaded INTEGER NOT NULL DEFAULT 0;
