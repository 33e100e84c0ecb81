-- Jobs on several services at once, with a row for each service. Rows are kept as long as their job.
CREATE TABLE dbo.BulkJob (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    UserId uniqueidentifier NOT NULL,
    Kind smallint NOT NULL,
    Wish nvarchar(4000) NOT NULL,
    FileName nvarchar(200) NULL,
    State smallint NOT NULL,
    CancelRequested bit NOT NULL,
    RowsTotal int NOT NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    ConfirmedAt datetimeoffset(7) NULL,
    EndedAt datetimeoffset(7) NULL,
    CONSTRAINT PK_BulkJob PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_BulkJob UNIQUE CLUSTERED (Seq),
    CONSTRAINT FK_BulkJob_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id)
);
CREATE INDEX IX_BulkJob_User ON dbo.BulkJob (UserId, CreatedAt);
CREATE INDEX IX_BulkJob_State ON dbo.BulkJob (State, CreatedAt);
CREATE TABLE dbo.BulkRow (
    JobId uniqueidentifier NOT NULL,
    No int NOT NULL,
    SubscriptionId uniqueidentifier NULL,
    Given nvarchar(200) NULL,
    UserName nvarchar(200) NULL,
    PhoneNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    RowValues nvarchar(4000) NULL,
    RequestId uniqueidentifier NOT NULL,
    State smallint NOT NULL,
    Tries int NOT NULL,
    Outcome nvarchar(max) NULL,
    Problem nvarchar(2000) NULL,
    PriceBefore bigint NULL,
    PriceAfter bigint NULL,
    CostAfter bigint NULL,
    CONSTRAINT PK_BulkRow PRIMARY KEY CLUSTERED (JobId, No),
    CONSTRAINT FK_BulkRow_Job FOREIGN KEY (JobId) REFERENCES dbo.BulkJob (Id) ON DELETE CASCADE
);
CREATE INDEX IX_BulkRow_State ON dbo.BulkRow (JobId, State, No);
