-- Numbers that no log-in code is sent to for the time being: their SIM card is being replaced, or their calls are forwarded.
-- It takes the place of a column of the user that nothing ever wrote.
CREATE TABLE dbo.NumberHold (
    MobileNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    HeldUntil datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_NumberHold PRIMARY KEY CLUSTERED (MobileNumber)
);
ALTER TABLE dbo.PortalUser DROP COLUMN SmsBlockedUntil;
