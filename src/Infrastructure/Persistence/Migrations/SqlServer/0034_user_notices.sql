-- Mails that a user has turned off. What has no row here is sent.
CREATE TABLE dbo.UserNoticeOff (
    UserId uniqueidentifier NOT NULL,
    Notice smallint NOT NULL,
    CONSTRAINT PK_UserNoticeOff PRIMARY KEY CLUSTERED (UserId, Notice),
    CONSTRAINT FK_UserNoticeOff_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
