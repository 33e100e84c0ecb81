-- What a personal token left of the rights of whoever made or confirmed a job with it; it is carried out with no more. Null with a session.
ALTER TABLE dbo.BulkJob ADD TokenRights nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL;
