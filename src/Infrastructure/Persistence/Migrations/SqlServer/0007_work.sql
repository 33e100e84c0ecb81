-- Work that is done later. These tables are the truth; the scheduler only runs what they say is due.
CREATE TABLE dbo.WorkItem (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    Kind nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubjectId uniqueidentifier NOT NULL,
    Payload nvarchar(max) NULL,
    State smallint NOT NULL,
    DueAt datetimeoffset(7) NOT NULL,
    DueOn date NULL,
    NextTryAt datetimeoffset(7) NOT NULL,
    LeasedBy nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    LeasedUntil datetimeoffset(7) NULL,
    Attempts int NOT NULL,
    LostLeases int NOT NULL,
    LastError nvarchar(1000) NULL,
    IdempotencyKey nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    EndedAt datetimeoffset(7) NULL,
    CONSTRAINT PK_WorkItem PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_WorkItem UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_WorkItem_IdempotencyKey UNIQUE (IdempotencyKey)
);
CREATE INDEX IX_WorkItem_Due ON dbo.WorkItem (State, NextTryAt);
CREATE INDEX IX_WorkItem_Subject ON dbo.WorkItem (SubjectId);
-- Mail and SMS on their way out. Body is blanked after sending when it held a secret.
CREATE TABLE dbo.OutgoingMessage (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NULL,
    UserId uniqueidentifier NULL,
    Channel smallint NOT NULL,
    Recipient nvarchar(254) NOT NULL,
    Subject nvarchar(300) NULL,
    TextBody nvarchar(max) NULL,
    HtmlBody nvarchar(max) NULL,
    Attachments nvarchar(max) NULL,
    IsSecret bit NOT NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    SentAt datetimeoffset(7) NULL,
    CONSTRAINT PK_OutgoingMessage PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_OutgoingMessage UNIQUE CLUSTERED (Seq)
);
-- Exports to Excel: asked for, running, ready, and gone after the retention time. AccountId is the top of the reach that they were made within.
CREATE TABLE dbo.ReportExport (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    UserId uniqueidentifier NOT NULL,
    Kind nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Parameters nvarchar(4000) NOT NULL,
    Language nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State smallint NOT NULL,
    RowsDone bigint NOT NULL,
    RowsTotal bigint NULL,
    FileName nvarchar(200) NOT NULL,
    FileKey nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    FileBytes bigint NULL,
    CancelRequested bit NOT NULL,
    Reason nvarchar(500) NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    StartedAt datetimeoffset(7) NULL,
    EndedAt datetimeoffset(7) NULL,
    CONSTRAINT PK_ReportExport PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_ReportExport UNIQUE CLUSTERED (Seq),
    CONSTRAINT FK_ReportExport_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id)
);
CREATE INDEX IX_ReportExport_User ON dbo.ReportExport (UserId, CreatedAt);
CREATE INDEX IX_ReportExport_Ended ON dbo.ReportExport (State, EndedAt);
-- A load of the operator's files, so that a broken-off one is taken up where it stopped.
CREATE TABLE dbo.ImportRun (
    Id uniqueidentifier NOT NULL,
    ContentHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    StartedAt datetimeoffset(7) NOT NULL,
    EndedAt datetimeoffset(7) NULL,
    FileName nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    RowsApplied bigint NOT NULL,
    CONSTRAINT PK_ImportRun PRIMARY KEY NONCLUSTERED (Id)
);
CREATE INDEX IX_ImportRun_ContentHash ON dbo.ImportRun (ContentHash, StartedAt);
