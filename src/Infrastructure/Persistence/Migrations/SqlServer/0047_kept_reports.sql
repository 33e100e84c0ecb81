-- Reports that users have kept with what was asked for, and when they come by themselves.
CREATE TABLE dbo.KeptReport (
    Id uniqueidentifier NOT NULL CONSTRAINT PK_KeptReport PRIMARY KEY,
    UserId uniqueidentifier NOT NULL,
    Kind nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(100) NOT NULL,
    Parameters nvarchar(4000) NOT NULL,
    Every smallint NULL,
    Day smallint NULL,
    NextOn date NULL,
    CONSTRAINT FK_KeptReport_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);

CREATE INDEX IX_KeptReport_User ON dbo.KeptReport (UserId, Name);

-- The kept report that an export came of by itself; its owner is told by mail.
ALTER TABLE dbo.ReportExport ADD KeptReportId uniqueidentifier NULL;
