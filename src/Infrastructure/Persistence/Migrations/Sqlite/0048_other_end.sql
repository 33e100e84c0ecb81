-- The other end of a line between two addresses.
ALTER TABLE Subscription ADD COLUMN OtherEndStreet TEXT COLLATE SV_CI;
ALTER TABLE Subscription ADD COLUMN OtherEndPostalCode TEXT COLLATE SV_CI;
ALTER TABLE Subscription ADD COLUMN OtherEndCity TEXT COLLATE SV_CI;
