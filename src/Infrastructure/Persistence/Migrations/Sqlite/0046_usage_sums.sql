-- The traffic of a service in the order of time, with all that it is added up by: a report of every service looks up no row.
CREATE INDEX IX_UsageRecord_Sums ON UsageRecord (SubscriptionSeq, At, AccountSeq, TrafficType, Direction, Zone, InvoiceNumber, Amount, Charge);
DROP INDEX IX_UsageRecord_Subscription;
