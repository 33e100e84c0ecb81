-- Choosing a contact person by a part of a name or an address: the texts that are compared stand in the indexes, lower case.
CREATE INDEX IX_ContactPerson_Search ON ContactPerson (OrganisationId, Name, Seq, lower(Name), lower(Email), AccountId);
DROP INDEX IX_ContactPerson_Account;
CREATE INDEX IX_ContactPerson_Account ON ContactPerson (AccountId, Name, Seq, lower(Name), lower(Email));
