-- A mobile number that waits for the code sent to it; the row stays afterwards, for the count of codes within the hour.
CREATE TABLE dbo.NumberCheck (
    UserId uniqueidentifier NOT NULL,
    MobileNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    TurnsSmsOn bit NOT NULL,
    ProtectedCode nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
    SentAt datetimeoffset(7) NOT NULL,
    ExpiresAt datetimeoffset(7) NOT NULL,
    Tries int NOT NULL,
    CodesSent int NOT NULL,
    CountedSince datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_NumberCheck PRIMARY KEY CLUSTERED (UserId),
    CONSTRAINT FK_NumberCheck_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
