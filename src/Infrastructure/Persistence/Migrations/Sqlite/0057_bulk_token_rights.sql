-- What a personal token left of the rights of whoever made or confirmed a job with it; it is carried out with no more. Null with a session.
ALTER TABLE BulkJob ADD COLUMN TokenRights TEXT;
