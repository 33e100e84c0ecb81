-- Choosing a contact person by a part of a name or an address: the texts that are compared stand in the indexes.
CREATE INDEX IX_ContactPerson_Search ON dbo.ContactPerson (OrganisationId, Name, Seq) INCLUDE (Email, AccountId);
DROP INDEX IX_ContactPerson_Account ON dbo.ContactPerson;
CREATE INDEX IX_ContactPerson_Account ON dbo.ContactPerson (AccountId, Name, Seq) INCLUDE (Email);
