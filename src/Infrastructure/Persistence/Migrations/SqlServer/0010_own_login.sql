-- Second factors of the log-in, personal tokens, and who answers to a mail go to.
CREATE TABLE dbo.UserAuthenticator (
    UserId uniqueidentifier NOT NULL,
    Secret nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
    PendingSecret nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
    LastStep bigint NOT NULL,
    ConfirmedAt datetimeoffset(7) NULL,
    CONSTRAINT PK_UserAuthenticator PRIMARY KEY CLUSTERED (UserId),
    CONSTRAINT FK_UserAuthenticator_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
CREATE TABLE dbo.RecoveryCode (
    UserId uniqueidentifier NOT NULL,
    CodeHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    UsedAt datetimeoffset(7) NULL,
    CONSTRAINT PK_RecoveryCode PRIMARY KEY CLUSTERED (UserId, CodeHash),
    CONSTRAINT FK_RecoveryCode_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
CREATE TABLE dbo.PersonalToken (
    Id uniqueidentifier NOT NULL,
    UserId uniqueidentifier NOT NULL,
    Name nvarchar(100) NOT NULL,
    TokenHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Scopes nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    ExpiresAt datetimeoffset(7) NOT NULL,
    LastUsedAt datetimeoffset(7) NULL,
    WithdrawnAt datetimeoffset(7) NULL,
    CONSTRAINT PK_PersonalToken PRIMARY KEY CLUSTERED (TokenHash),
    CONSTRAINT UX_PersonalToken_Id UNIQUE (Id),
    CONSTRAINT FK_PersonalToken_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
CREATE INDEX IX_PersonalToken_User ON dbo.PersonalToken (UserId, CreatedAt);
CREATE INDEX IX_OneTimeLink_User ON dbo.OneTimeLink (UserId);
ALTER TABLE dbo.OutgoingMessage ADD ReplyTo nvarchar(254) NULL;
