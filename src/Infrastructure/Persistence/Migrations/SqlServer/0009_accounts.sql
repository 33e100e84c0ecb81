-- Who did what to an account and when. Kind names a text; Detail holds its values as JSON.
CREATE TABLE dbo.AccountEvent (
    Seq bigint IDENTITY NOT NULL,
    Id uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    At datetimeoffset(7) NOT NULL,
    Kind nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Actor nvarchar(200) NOT NULL,
    Detail nvarchar(4000) NULL,
    CONSTRAINT PK_AccountEvent PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_AccountEvent UNIQUE CLUSTERED (Seq),
    CONSTRAINT FK_AccountEvent_Account FOREIGN KEY (AccountId) REFERENCES dbo.Account (Id)
);
CREATE INDEX IX_AccountEvent_Account ON dbo.AccountEvent (AccountId, At);
-- The accounts list by number, and the search in the tree.
CREATE INDEX IX_Account_Number ON dbo.Account (OrganisationId, Number, Seq) INCLUDE (Id);
CREATE INDEX IX_Account_Search ON dbo.Account (OrganisationId, DisplayName, Seq) INCLUDE (Id, Number, SearchName, Alias, Name);
CREATE INDEX IX_ContactPersonRole_Role ON dbo.ContactPersonRole (Role, ContactPersonId);
CREATE INDEX IX_PortalUser_ContactPerson ON dbo.PortalUser (ContactPersonId);
