-- Users, sessions, the steps of a log-in, and what keeps keys and answers.
CREATE TABLE PortalUser (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    ContactPersonId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    UserName TEXT COLLATE SV_CI NOT NULL,
    UserNameKey TEXT NOT NULL,
    Email TEXT COLLATE SV_CI NOT NULL,
    EmailKey TEXT NOT NULL,
    MobileNumber TEXT,
    PasswordHash TEXT,
    Language TEXT NOT NULL,
    SmsTwoFactor INTEGER NOT NULL,
    SmsBlockedUntil TEXT,
    IsActive INTEGER NOT NULL,
    CreatedAt TEXT NOT NULL,
    LastLoginAt TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_PortalUser_Id UNIQUE (Id),
    CONSTRAINT UX_PortalUser_UserName UNIQUE (UserNameKey),
    CONSTRAINT UX_PortalUser_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_PortalUser_Account FOREIGN KEY (AccountId) REFERENCES Account (Id),
    CONSTRAINT FK_PortalUser_ContactPerson FOREIGN KEY (ContactPersonId) REFERENCES ContactPerson (Id)
) STRICT;
CREATE INDEX IX_PortalUser_Email ON PortalUser (EmailKey);
CREATE TABLE UserRight (
    UserId TEXT NOT NULL,
    RightCode INTEGER NOT NULL,
    CONSTRAINT PK_UserRight PRIMARY KEY (UserId, RightCode),
    CONSTRAINT FK_UserRight_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE UserSession (
    Id TEXT NOT NULL,
    UserId TEXT NOT NULL,
    TokenHash TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    LastSeenAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    ReauthenticatedAt TEXT NOT NULL,
    Address TEXT COLLATE SV_CI,
    Agent TEXT COLLATE SV_CI,
    CONSTRAINT PK_UserSession PRIMARY KEY (TokenHash),
    CONSTRAINT UX_UserSession_Id UNIQUE (Id),
    CONSTRAINT FK_UserSession_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT;
CREATE INDEX IX_UserSession_User ON UserSession (UserId);
-- A log-in whose password was right and whose code is awaited. The code belongs to this attempt alone.
CREATE TABLE LoginAttempt (
    Id TEXT NOT NULL,
    UserId TEXT NOT NULL,
    TokenHash TEXT NOT NULL,
    CodeHash TEXT,
    CodeSentAt TEXT,
    CodeExpiresAt TEXT,
    Tries INTEGER NOT NULL,
    CodesSent INTEGER NOT NULL,
    UsedAt TEXT,
    CreatedAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    CONSTRAINT PK_LoginAttempt PRIMARY KEY (TokenHash),
    CONSTRAINT UX_LoginAttempt_Id UNIQUE (Id),
    CONSTRAINT FK_LoginAttempt_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT;
CREATE INDEX IX_LoginAttempt_User ON LoginAttempt (UserId, CreatedAt);
-- Failed log-ins counted per user name and per address, so that guessing slows down without locking the owner out for long.
CREATE TABLE LoginThrottle (
    ThrottleKey TEXT NOT NULL,
    Failures INTEGER NOT NULL,
    WindowStart TEXT NOT NULL,
    BlockedUntil TEXT,
    CONSTRAINT PK_LoginThrottle PRIMARY KEY (ThrottleKey)
) STRICT, WITHOUT ROWID;
-- One-time links by mail: invitation and forgotten password.
CREATE TABLE OneTimeLink (
    Id TEXT NOT NULL,
    UserId TEXT NOT NULL,
    Purpose INTEGER NOT NULL,
    TokenHash TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    UsedAt TEXT,
    CONSTRAINT PK_OneTimeLink PRIMARY KEY (TokenHash),
    CONSTRAINT UX_OneTimeLink_Id UNIQUE (Id),
    CONSTRAINT FK_OneTimeLink_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT;
CREATE TABLE OperatorKey (
    Id TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    KeyHash TEXT NOT NULL,
    Scopes TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    WithdrawnAt TEXT,
    CONSTRAINT PK_OperatorKey PRIMARY KEY (Id),
    CONSTRAINT UX_OperatorKey_Hash UNIQUE (KeyHash),
    CONSTRAINT UX_OperatorKey_Name UNIQUE (Name)
) STRICT;
CREATE TABLE DataProtectionKey (
    Id TEXT NOT NULL,
    FriendlyName TEXT COLLATE SV_CI NOT NULL,
    Xml TEXT NOT NULL,
    CONSTRAINT PK_DataProtectionKey PRIMARY KEY (Id)
) STRICT;
-- What was carried out under a request id, and its answer.
CREATE TABLE ProcessedRequest (
    CallerKey TEXT NOT NULL,
    RequestId TEXT NOT NULL,
    Action TEXT NOT NULL,
    ContentHash TEXT NOT NULL,
    Result TEXT NOT NULL,
    At TEXT NOT NULL,
    CONSTRAINT PK_ProcessedRequest PRIMARY KEY (CallerKey, RequestId)
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_ProcessedRequest_At ON ProcessedRequest (At);
CREATE TABLE AuditEntry (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    At TEXT NOT NULL,
    OrganisationId TEXT,
    UserId TEXT,
    Actor TEXT COLLATE SV_CI NOT NULL,
    Action TEXT NOT NULL,
    Outcome INTEGER NOT NULL,
    Reason TEXT,
    SubjectKind TEXT,
    SubjectId TEXT,
    BeforeState TEXT,
    AfterState TEXT,
    Address TEXT COLLATE SV_CI,
    CONSTRAINT UX_AuditEntry_Id UNIQUE (Id)
) STRICT;
CREATE INDEX IX_AuditEntry_Organisation ON AuditEntry (OrganisationId, At);
CREATE INDEX IX_AuditEntry_Subject ON AuditEntry (SubjectId, At);
