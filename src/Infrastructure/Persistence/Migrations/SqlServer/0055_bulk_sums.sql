-- The sums of a list of jobs, without their rows.
CREATE INDEX IX_BulkRow_Sums ON dbo.BulkRow (JobId, State) INCLUDE (PriceBefore, PriceAfter, CostAfter);
