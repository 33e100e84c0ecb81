-- Driftinformation: outages and planned work, told to everybody. Geometry is GeoJSON; without it an incident has no place on the map. IsOpen is
-- false for what names services and nothing else, or is private: it is told to those alone who see one of them.
CREATE TABLE dbo.Incident (
    Seq bigint IDENTITY(1, 1) NOT NULL,
    Id uniqueidentifier NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Kind smallint NOT NULL,
    Severity smallint NOT NULL,
    Title nvarchar(200) NOT NULL,
    Text nvarchar(max) NOT NULL,
    StartsAt datetimeoffset(7) NOT NULL,
    ExpectedEndAt datetimeoffset(7) NULL,
    EndedAt datetimeoffset(7) NULL,
    OverAt datetimeoffset(7) NULL,
    IsPrivate bit NOT NULL,
    IsOpen bit NOT NULL,
    HasServices bit NOT NULL,
    HasKinds bit NOT NULL,
    HasNetworks bit NOT NULL,
    HasUpdates bit NOT NULL,
    Geometry nvarchar(max) NULL,
    Version int NOT NULL,
    CONSTRAINT PK_Incident PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_Incident UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_Incident_ExternalId UNIQUE (ExternalId)
);
CREATE INDEX IX_Incident_Over ON dbo.Incident (OverAt);
CREATE TABLE dbo.IncidentUpdate (
    IncidentId uniqueidentifier NOT NULL,
    At datetimeoffset(7) NOT NULL,
    Text nvarchar(max) NOT NULL,
    CONSTRAINT FK_IncidentUpdate_Incident FOREIGN KEY (IncidentId) REFERENCES dbo.Incident (Id) ON DELETE CASCADE
);
CREATE INDEX IX_IncidentUpdate_Incident ON dbo.IncidentUpdate (IncidentId, At);
-- The services that it names.
CREATE TABLE dbo.IncidentService (
    IncidentId uniqueidentifier NOT NULL,
    SubscriptionId uniqueidentifier NOT NULL,
    CONSTRAINT PK_IncidentService PRIMARY KEY CLUSTERED (IncidentId, SubscriptionId),
    CONSTRAINT FK_IncidentService_Incident FOREIGN KEY (IncidentId) REFERENCES dbo.Incident (Id) ON DELETE CASCADE,
    CONSTRAINT FK_IncidentService_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id) ON DELETE CASCADE
);
CREATE INDEX IX_IncidentService_Subscription ON dbo.IncidentService (SubscriptionId);
-- The kinds of service that it touches: in its towns where it has an area, everywhere where it has none.
CREATE TABLE dbo.IncidentServiceKind (
    IncidentId uniqueidentifier NOT NULL,
    Kind smallint NOT NULL,
    CONSTRAINT PK_IncidentServiceKind PRIMARY KEY CLUSTERED (IncidentId, Kind),
    CONSTRAINT FK_IncidentServiceKind_Incident FOREIGN KEY (IncidentId) REFERENCES dbo.Incident (Id) ON DELETE CASCADE
);
CREATE TABLE dbo.IncidentTown (
    IncidentId uniqueidentifier NOT NULL,
    Name nvarchar(100) NOT NULL,
    CONSTRAINT PK_IncidentTown PRIMARY KEY CLUSTERED (IncidentId, Name),
    CONSTRAINT FK_IncidentTown_Incident FOREIGN KEY (IncidentId) REFERENCES dbo.Incident (Id) ON DELETE CASCADE
);
-- The generations of the mobile network that it is in.
CREATE TABLE dbo.IncidentMobileNetwork (
    IncidentId uniqueidentifier NOT NULL,
    Generation smallint NOT NULL,
    CONSTRAINT PK_IncidentMobileNetwork PRIMARY KEY CLUSTERED (IncidentId, Generation),
    CONSTRAINT FK_IncidentMobileNetwork_Incident FOREIGN KEY (IncidentId) REFERENCES dbo.Incident (Id) ON DELETE CASCADE
);
-- Whether a customer has services of a kind in a town.
CREATE INDEX IX_Subscription_Town ON dbo.Subscription (OrganisationId, Kind, InstallationCity, IsHidden, Status, AccountId);
