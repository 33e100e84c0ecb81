-- What the operator tells of an order that it loads; without value for orders made here, whose lines say it.
ALTER TABLE CustomerOrder ADD COLUMN Description TEXT COLLATE SV_CI;
ALTER TABLE CustomerOrder ADD COLUMN MonthlyPrice INTEGER;
ALTER TABLE CustomerOrder ADD COLUMN OneTimePrice INTEGER;
