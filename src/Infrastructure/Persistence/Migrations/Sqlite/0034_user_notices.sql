-- Mails that a user has turned off. What has no row here is sent.
CREATE TABLE UserNoticeOff (
    UserId TEXT NOT NULL,
    Notice INTEGER NOT NULL,
    CONSTRAINT PK_UserNoticeOff PRIMARY KEY (UserId, Notice),
    CONSTRAINT FK_UserNoticeOff_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
