-- What the search field finds: each text from each of its letters on, lower case, so that a part is found as a beginning.
-- Kind: 1 service. SubjectSeq is the row's Seq in its own table.
CREATE TABLE dbo.SearchTerm (
    OrganisationSeq bigint NOT NULL,
    Kind smallint NOT NULL,
    Term nvarchar(24) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SubjectSeq bigint NOT NULL,
    CONSTRAINT PK_SearchTerm PRIMARY KEY CLUSTERED (OrganisationSeq, Kind, Term, SubjectSeq)
);
CREATE INDEX IX_SearchTerm_Subject ON dbo.SearchTerm (Kind, SubjectSeq);
