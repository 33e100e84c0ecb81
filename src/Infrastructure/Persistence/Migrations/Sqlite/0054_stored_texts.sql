-- Texts have no longest length here; on SQL Server columns become wider for what grows as it is written.
SELECT 1;
