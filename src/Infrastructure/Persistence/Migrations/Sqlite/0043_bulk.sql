-- Jobs on several services at once, with a row for each service. Rows are kept as long as their job.
CREATE TABLE BulkJob (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    UserId TEXT NOT NULL,
    Kind INTEGER NOT NULL,
    Wish TEXT NOT NULL,
    FileName TEXT COLLATE SV_CI,
    State INTEGER NOT NULL,
    CancelRequested INTEGER NOT NULL,
    RowsTotal INTEGER NOT NULL,
    CreatedAt TEXT NOT NULL,
    ConfirmedAt TEXT,
    EndedAt TEXT,
    CONSTRAINT UX_BulkJob_Id UNIQUE (Id),
    CONSTRAINT FK_BulkJob_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id)
) STRICT;
CREATE INDEX IX_BulkJob_User ON BulkJob (UserId, CreatedAt);
CREATE INDEX IX_BulkJob_State ON BulkJob (State, CreatedAt);
CREATE TABLE BulkRow (
    JobId TEXT NOT NULL,
    No INTEGER NOT NULL,
    SubscriptionId TEXT,
    Given TEXT COLLATE SV_CI,
    UserName TEXT COLLATE SV_CI,
    PhoneNumber TEXT,
    RowValues TEXT,
    RequestId TEXT NOT NULL,
    State INTEGER NOT NULL,
    Tries INTEGER NOT NULL,
    Outcome TEXT,
    Problem TEXT,
    PriceBefore INTEGER,
    PriceAfter INTEGER,
    CostAfter INTEGER,
    CONSTRAINT PK_BulkRow PRIMARY KEY (JobId, No),
    CONSTRAINT FK_BulkRow_Job FOREIGN KEY (JobId) REFERENCES BulkJob (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_BulkRow_State ON BulkRow (JobId, State, No);
