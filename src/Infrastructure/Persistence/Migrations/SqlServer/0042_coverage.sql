-- Coverage of the mobile network as the operator loads it, an area a row. West to North are the box around it in millionths of a degree.
CREATE TABLE dbo.CoverageArea (
    Id uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Generation smallint NOT NULL,
    Level smallint NOT NULL,
    West int NOT NULL,
    South int NOT NULL,
    East int NOT NULL,
    North int NOT NULL,
    Geometry nvarchar(max) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT PK_CoverageArea PRIMARY KEY CLUSTERED (Id),
    CONSTRAINT UX_CoverageArea_ExternalId UNIQUE (ExternalId)
);
CREATE INDEX IX_CoverageArea_Generation ON dbo.CoverageArea (Generation, Level);
-- What maps show of it: simplified GeoJSON, one layer a generation. ContentHash tells browsers whether theirs is the same.
CREATE TABLE dbo.CoverageLayer (
    Generation smallint NOT NULL,
    Content nvarchar(max) NOT NULL,
    ContentHash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    MadeAt datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_CoverageLayer PRIMARY KEY CLUSTERED (Generation)
);
