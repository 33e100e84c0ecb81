-- Users, sessions, the steps of a log-in, and what keeps keys and answers.
CREATE TABLE dbo.PortalUser (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    ContactPersonId uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UserName nvarchar(100) NOT NULL,
    UserNameKey nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Email nvarchar(254) NOT NULL,
    EmailKey nvarchar(254) COLLATE Latin1_General_100_BIN2 NOT NULL,
    MobileNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    PasswordHash nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    Language nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SmsTwoFactor bit NOT NULL,
    SmsBlockedUntil datetimeoffset(7) NULL,
    IsActive bit NOT NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    LastLoginAt datetimeoffset(7) NULL,
    Version int NOT NULL,
    CONSTRAINT PK_PortalUser PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_PortalUser UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_PortalUser_UserName UNIQUE (UserNameKey),
    CONSTRAINT UX_PortalUser_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_PortalUser_Account FOREIGN KEY (AccountId) REFERENCES dbo.Account (Id),
    CONSTRAINT FK_PortalUser_ContactPerson FOREIGN KEY (ContactPersonId) REFERENCES dbo.ContactPerson (Id)
);
CREATE INDEX IX_PortalUser_Email ON dbo.PortalUser (EmailKey);
CREATE TABLE dbo.UserRight (
    UserId uniqueidentifier NOT NULL,
    RightCode smallint NOT NULL,
    CONSTRAINT PK_UserRight PRIMARY KEY CLUSTERED (UserId, RightCode),
    CONSTRAINT FK_UserRight_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
CREATE TABLE dbo.UserSession (
    Id uniqueidentifier NOT NULL,
    UserId uniqueidentifier NOT NULL,
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    LastSeenAt datetimeoffset(7) NOT NULL,
    ExpiresAt datetimeoffset(7) NOT NULL,
    ReauthenticatedAt datetimeoffset(7) NOT NULL,
    Address nvarchar(64) NULL,
    Agent nvarchar(300) NULL,
    CONSTRAINT PK_UserSession PRIMARY KEY CLUSTERED (TokenHash),
    CONSTRAINT UX_UserSession_Id UNIQUE (Id),
    CONSTRAINT FK_UserSession_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
CREATE INDEX IX_UserSession_User ON dbo.UserSession (UserId);
-- A log-in whose password was right and whose code is awaited. The code belongs to this attempt alone.
CREATE TABLE dbo.LoginAttempt (
    Id uniqueidentifier NOT NULL,
    UserId uniqueidentifier NOT NULL,
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CodeHash nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    CodeSentAt datetimeoffset(7) NULL,
    CodeExpiresAt datetimeoffset(7) NULL,
    Tries int NOT NULL,
    CodesSent int NOT NULL,
    UsedAt datetimeoffset(7) NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    ExpiresAt datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_LoginAttempt PRIMARY KEY CLUSTERED (TokenHash),
    CONSTRAINT UX_LoginAttempt_Id UNIQUE (Id),
    CONSTRAINT FK_LoginAttempt_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
CREATE INDEX IX_LoginAttempt_User ON dbo.LoginAttempt (UserId, CreatedAt);
-- Failed log-ins counted per user name and per address, so that guessing slows down without locking the owner out for long.
CREATE TABLE dbo.LoginThrottle (
    ThrottleKey nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Failures int NOT NULL,
    WindowStart datetimeoffset(7) NOT NULL,
    BlockedUntil datetimeoffset(7) NULL,
    CONSTRAINT PK_LoginThrottle PRIMARY KEY CLUSTERED (ThrottleKey)
);
-- One-time links by mail: invitation and forgotten password.
CREATE TABLE dbo.OneTimeLink (
    Id uniqueidentifier NOT NULL,
    UserId uniqueidentifier NOT NULL,
    Purpose smallint NOT NULL,
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    ExpiresAt datetimeoffset(7) NOT NULL,
    UsedAt datetimeoffset(7) NULL,
    CONSTRAINT PK_OneTimeLink PRIMARY KEY CLUSTERED (TokenHash),
    CONSTRAINT UX_OneTimeLink_Id UNIQUE (Id),
    CONSTRAINT FK_OneTimeLink_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
CREATE TABLE dbo.OperatorKey (
    Id uniqueidentifier NOT NULL,
    Name nvarchar(100) NOT NULL,
    KeyHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Scopes nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    WithdrawnAt datetimeoffset(7) NULL,
    CONSTRAINT PK_OperatorKey PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_OperatorKey_Hash UNIQUE (KeyHash),
    CONSTRAINT UX_OperatorKey_Name UNIQUE (Name)
);
CREATE TABLE dbo.DataProtectionKey (
    Id uniqueidentifier NOT NULL,
    FriendlyName nvarchar(200) NOT NULL,
    Xml nvarchar(max) NOT NULL,
    CONSTRAINT PK_DataProtectionKey PRIMARY KEY NONCLUSTERED (Id)
);
-- What was carried out under a request id, and its answer.
CREATE TABLE dbo.ProcessedRequest (
    CallerKey nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RequestId uniqueidentifier NOT NULL,
    Action nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ContentHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Result nvarchar(4000) NOT NULL,
    At datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_ProcessedRequest PRIMARY KEY CLUSTERED (CallerKey, RequestId)
);
CREATE INDEX IX_ProcessedRequest_At ON dbo.ProcessedRequest (At);
CREATE TABLE dbo.AuditEntry (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    At datetimeoffset(7) NOT NULL,
    OrganisationId uniqueidentifier NULL,
    UserId uniqueidentifier NULL,
    Actor nvarchar(100) NOT NULL,
    Action nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Outcome smallint NOT NULL,
    Reason nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    SubjectKind nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    SubjectId uniqueidentifier NULL,
    BeforeState nvarchar(max) NULL,
    AfterState nvarchar(max) NULL,
    Address nvarchar(64) NULL,
    CONSTRAINT PK_AuditEntry PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_AuditEntry UNIQUE CLUSTERED (Seq)
);
CREATE INDEX IX_AuditEntry_Organisation ON dbo.AuditEntry (OrganisationId, At);
CREATE INDEX IX_AuditEntry_Subject ON dbo.AuditEntry (SubjectId, At);
