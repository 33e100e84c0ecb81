-- Numbers that no log-in code is sent to for the time being: their SIM card is being replaced, or their calls are forwarded.
-- It takes the place of a column of the user that nothing ever wrote.
CREATE TABLE NumberHold (
    MobileNumber TEXT NOT NULL,
    HeldUntil TEXT NOT NULL,
    CONSTRAINT PK_NumberHold PRIMARY KEY (MobileNumber)
) STRICT, WITHOUT ROWID;
ALTER TABLE PortalUser DROP COLUMN SmsBlockedUntil;
