-- Who did what to an account and when. Kind names a text; Detail holds its values as JSON.
CREATE TABLE AccountEvent (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    At TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Actor TEXT COLLATE SV_CI NOT NULL,
    Detail TEXT,
    CONSTRAINT UX_AccountEvent_Id UNIQUE (Id),
    CONSTRAINT FK_AccountEvent_Account FOREIGN KEY (AccountId) REFERENCES Account (Id)
) STRICT;
CREATE INDEX IX_AccountEvent_Account ON AccountEvent (AccountId, At);
-- The accounts list by number, and the search in the tree.
CREATE INDEX IX_Account_Number ON Account (OrganisationId, Number, Seq, Id);
CREATE INDEX IX_Account_Search ON Account (OrganisationId, DisplayName, Seq, Id, Number, SearchName, Alias, Name);
CREATE INDEX IX_ContactPersonRole_Role ON ContactPersonRole (Role, ContactPersonId);
CREATE INDEX IX_PortalUser_ContactPerson ON PortalUser (ContactPersonId);
