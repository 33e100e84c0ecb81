-- What a personal token left of the rights of whoever ordered or kept a report with it; the job that writes it has no more. Null with a session.
ALTER TABLE ReportExport ADD COLUMN TokenRights TEXT;
ALTER TABLE KeptReport ADD COLUMN TokenRights TEXT;
