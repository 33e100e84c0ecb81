-- The sums of a list of jobs, without their rows.
CREATE INDEX IX_BulkRow_Sums ON BulkRow (JobId, State, PriceBefore, PriceAfter, CostAfter);
