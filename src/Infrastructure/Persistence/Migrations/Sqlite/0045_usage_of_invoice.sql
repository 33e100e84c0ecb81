-- The traffic on an invoice, service by service in the order of time.
CREATE INDEX IX_UsageRecord_Invoice ON UsageRecord (InvoiceNumber, SubscriptionSeq, At) WHERE InvoiceNumber IS NOT NULL;
