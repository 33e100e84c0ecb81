-- Coverage of the mobile network as the operator loads it, an area a row. West to North are the box around it in millionths of a degree.
CREATE TABLE CoverageArea (
    Id TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Generation INTEGER NOT NULL,
    Level INTEGER NOT NULL,
    West INTEGER NOT NULL,
    South INTEGER NOT NULL,
    East INTEGER NOT NULL,
    North INTEGER NOT NULL,
    Geometry TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT PK_CoverageArea PRIMARY KEY (Id),
    CONSTRAINT UX_CoverageArea_ExternalId UNIQUE (ExternalId)
) STRICT;
CREATE INDEX IX_CoverageArea_Generation ON CoverageArea (Generation, Level);
-- What maps show of it: simplified GeoJSON, one layer a generation. ContentHash tells browsers whether theirs is the same.
CREATE TABLE CoverageLayer (
    Generation INTEGER NOT NULL,
    Content TEXT NOT NULL,
    ContentHash TEXT NOT NULL,
    MadeAt TEXT NOT NULL,
    CONSTRAINT PK_CoverageLayer PRIMARY KEY (Generation)
) STRICT;
