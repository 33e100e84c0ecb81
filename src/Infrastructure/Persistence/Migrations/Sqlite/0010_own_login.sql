-- Second factors of the log-in, personal tokens, and who answers to a mail go to.
CREATE TABLE UserAuthenticator (
    UserId TEXT NOT NULL,
    Secret TEXT,
    PendingSecret TEXT,
    LastStep INTEGER NOT NULL,
    ConfirmedAt TEXT,
    CONSTRAINT PK_UserAuthenticator PRIMARY KEY (UserId),
    CONSTRAINT FK_UserAuthenticator_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE RecoveryCode (
    UserId TEXT NOT NULL,
    CodeHash TEXT NOT NULL,
    UsedAt TEXT,
    CONSTRAINT PK_RecoveryCode PRIMARY KEY (UserId, CodeHash),
    CONSTRAINT FK_RecoveryCode_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE PersonalToken (
    Id TEXT NOT NULL,
    UserId TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    TokenHash TEXT NOT NULL,
    Scopes TEXT NOT NULL,
    CreatedAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    LastUsedAt TEXT,
    WithdrawnAt TEXT,
    CONSTRAINT PK_PersonalToken PRIMARY KEY (TokenHash),
    CONSTRAINT UX_PersonalToken_Id UNIQUE (Id),
    CONSTRAINT FK_PersonalToken_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT;
CREATE INDEX IX_PersonalToken_User ON PersonalToken (UserId, CreatedAt);
CREATE INDEX IX_OneTimeLink_User ON OneTimeLink (UserId);
ALTER TABLE OutgoingMessage ADD COLUMN ReplyTo TEXT COLLATE SV_CI;
