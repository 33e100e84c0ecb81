-- A mobile number that waits for the code sent to it; the row stays afterwards, for the count of codes within the hour.
CREATE TABLE NumberCheck (
    UserId TEXT NOT NULL,
    MobileNumber TEXT NOT NULL,
    TurnsSmsOn INTEGER NOT NULL,
    ProtectedCode TEXT,
    SentAt TEXT NOT NULL,
    ExpiresAt TEXT NOT NULL,
    Tries INTEGER NOT NULL,
    CodesSent INTEGER NOT NULL,
    CountedSince TEXT NOT NULL,
    CONSTRAINT PK_NumberCheck PRIMARY KEY (UserId),
    CONSTRAINT FK_NumberCheck_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
