-- LIST 7: views of lists that users have named, and the one that each user has a list open with.
CREATE TABLE dbo.SavedView (
    Id uniqueidentifier NOT NULL CONSTRAINT PK_SavedView PRIMARY KEY,
    OrganisationId uniqueidentifier NOT NULL,
    UserId uniqueidentifier NOT NULL,
    List nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Name nvarchar(60) NOT NULL,
    Query nvarchar(2000) NOT NULL,
    IsShared bit NOT NULL,
    SavedAt datetimeoffset NOT NULL,
    CONSTRAINT UQ_SavedView_Name UNIQUE (UserId, List, Name),
    CONSTRAINT FK_SavedView_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);

CREATE INDEX IX_SavedView_Organisation ON dbo.SavedView (OrganisationId, List, IsShared);

CREATE TABLE dbo.StartView (
    UserId uniqueidentifier NOT NULL,
    List nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ViewId uniqueidentifier NOT NULL,
    CONSTRAINT PK_StartView PRIMARY KEY CLUSTERED (UserId, List),
    CONSTRAINT FK_StartView_View FOREIGN KEY (ViewId) REFERENCES dbo.SavedView (Id) ON DELETE CASCADE
);

CREATE INDEX IX_StartView_View ON dbo.StartView (ViewId);
