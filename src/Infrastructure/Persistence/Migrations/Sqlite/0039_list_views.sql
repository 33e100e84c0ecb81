-- LIST 7: views of lists that users have named, and the one that each user has a list open with.
CREATE TABLE SavedView (
    Id TEXT NOT NULL PRIMARY KEY,
    OrganisationId TEXT NOT NULL,
    UserId TEXT NOT NULL,
    List TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    Query TEXT NOT NULL,
    IsShared INTEGER NOT NULL,
    SavedAt TEXT NOT NULL,
    CONSTRAINT UQ_SavedView_Name UNIQUE (UserId, List, Name),
    CONSTRAINT FK_SavedView_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT;

CREATE INDEX IX_SavedView_Organisation ON SavedView (OrganisationId, List, IsShared);

CREATE TABLE StartView (
    UserId TEXT NOT NULL,
    List TEXT NOT NULL,
    ViewId TEXT NOT NULL,
    CONSTRAINT PK_StartView PRIMARY KEY (UserId, List),
    CONSTRAINT FK_StartView_View FOREIGN KEY (ViewId) REFERENCES SavedView (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX IX_StartView_View ON StartView (ViewId);
