-- Work that is done later. These tables are the truth; the scheduler only runs what they say is due.
CREATE TABLE WorkItem (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    Kind TEXT NOT NULL,
    SubjectId TEXT NOT NULL,
    Payload TEXT,
    State INTEGER NOT NULL,
    DueAt TEXT NOT NULL,
    DueOn TEXT,
    NextTryAt TEXT NOT NULL,
    LeasedBy TEXT,
    LeasedUntil TEXT,
    Attempts INTEGER NOT NULL,
    LostLeases INTEGER NOT NULL,
    LastError TEXT,
    IdempotencyKey TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    EndedAt TEXT,
    CONSTRAINT UX_WorkItem_Id UNIQUE (Id),
    CONSTRAINT UX_WorkItem_IdempotencyKey UNIQUE (IdempotencyKey)
) STRICT;
CREATE INDEX IX_WorkItem_Due ON WorkItem (State, NextTryAt);
CREATE INDEX IX_WorkItem_Subject ON WorkItem (SubjectId);
-- Mail and SMS on their way out. Body is blanked after sending when it held a secret.
CREATE TABLE OutgoingMessage (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT,
    UserId TEXT,
    Channel INTEGER NOT NULL,
    Recipient TEXT COLLATE SV_CI NOT NULL,
    Subject TEXT COLLATE SV_CI,
    TextBody TEXT,
    HtmlBody TEXT,
    Attachments TEXT,
    IsSecret INTEGER NOT NULL,
    CreatedAt TEXT NOT NULL,
    SentAt TEXT,
    CONSTRAINT UX_OutgoingMessage_Id UNIQUE (Id)
) STRICT;
-- Exports to Excel: asked for, running, ready, and gone after the retention time. AccountId is the top of the reach that they were made within.
CREATE TABLE ReportExport (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    UserId TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Parameters TEXT NOT NULL,
    Language TEXT NOT NULL,
    State INTEGER NOT NULL,
    RowsDone INTEGER NOT NULL,
    RowsTotal INTEGER,
    FileName TEXT COLLATE SV_CI NOT NULL,
    FileKey TEXT,
    FileBytes INTEGER,
    CancelRequested INTEGER NOT NULL,
    Reason TEXT COLLATE SV_CI,
    CreatedAt TEXT NOT NULL,
    StartedAt TEXT,
    EndedAt TEXT,
    CONSTRAINT UX_ReportExport_Id UNIQUE (Id),
    CONSTRAINT FK_ReportExport_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id)
) STRICT;
CREATE INDEX IX_ReportExport_User ON ReportExport (UserId, CreatedAt);
CREATE INDEX IX_ReportExport_Ended ON ReportExport (State, EndedAt);
-- A load of the operator's files, so that a broken-off one is taken up where it stopped.
CREATE TABLE ImportRun (
    Id TEXT NOT NULL,
    ContentHash TEXT NOT NULL,
    StartedAt TEXT NOT NULL,
    EndedAt TEXT,
    FileName TEXT,
    RowsApplied INTEGER NOT NULL,
    CONSTRAINT PK_ImportRun PRIMARY KEY (Id)
) STRICT;
CREATE INDEX IX_ImportRun_ContentHash ON ImportRun (ContentHash, StartedAt);
