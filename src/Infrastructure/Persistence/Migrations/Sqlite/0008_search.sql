-- What the search field finds: each text from each of its letters on, lower case, so that a part is found as a beginning.
-- Kind: 1 service. SubjectSeq is the row's Seq in its own table.
CREATE TABLE SearchTerm (
    OrganisationSeq INTEGER NOT NULL,
    Kind INTEGER NOT NULL,
    Term TEXT NOT NULL,
    SubjectSeq INTEGER NOT NULL,
    CONSTRAINT PK_SearchTerm PRIMARY KEY (OrganisationSeq, Kind, Term, SubjectSeq)
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_SearchTerm_Subject ON SearchTerm (Kind, SubjectSeq);
