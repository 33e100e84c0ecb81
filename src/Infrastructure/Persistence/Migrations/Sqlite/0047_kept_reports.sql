-- Reports that users have kept with what was asked for, and when they come by themselves.
CREATE TABLE KeptReport (
    Id TEXT NOT NULL PRIMARY KEY,
    UserId TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    Parameters TEXT NOT NULL,
    Every INTEGER,
    Day INTEGER,
    NextOn TEXT,
    CONSTRAINT FK_KeptReport_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT;

CREATE INDEX IX_KeptReport_User ON KeptReport (UserId, Name);

-- The kept report that an export came of by itself; its owner is told by mail.
ALTER TABLE ReportExport ADD COLUMN KeptReportId TEXT;
