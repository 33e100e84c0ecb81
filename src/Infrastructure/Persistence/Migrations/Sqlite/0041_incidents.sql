-- Driftinformation: outages and planned work, told to everybody. Geometry is GeoJSON; without it an incident has no place on the map. IsOpen is
-- false for what names services and nothing else, or is private: it is told to those alone who see one of them.
CREATE TABLE Incident (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Kind INTEGER NOT NULL,
    Severity INTEGER NOT NULL,
    Title TEXT COLLATE SV_CI NOT NULL,
    Text TEXT NOT NULL,
    StartsAt TEXT NOT NULL,
    ExpectedEndAt TEXT,
    EndedAt TEXT,
    OverAt TEXT,
    IsPrivate INTEGER NOT NULL,
    IsOpen INTEGER NOT NULL,
    HasServices INTEGER NOT NULL,
    HasKinds INTEGER NOT NULL,
    HasNetworks INTEGER NOT NULL,
    HasUpdates INTEGER NOT NULL,
    Geometry TEXT,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Incident_Id UNIQUE (Id),
    CONSTRAINT UX_Incident_ExternalId UNIQUE (ExternalId)
) STRICT;
CREATE INDEX IX_Incident_Over ON Incident (OverAt);
CREATE TABLE IncidentUpdate (
    IncidentId TEXT NOT NULL,
    At TEXT NOT NULL,
    Text TEXT NOT NULL,
    CONSTRAINT FK_IncidentUpdate_Incident FOREIGN KEY (IncidentId) REFERENCES Incident (Id) ON DELETE CASCADE
) STRICT;
CREATE INDEX IX_IncidentUpdate_Incident ON IncidentUpdate (IncidentId, At);
-- The services that it names.
CREATE TABLE IncidentService (
    IncidentId TEXT NOT NULL,
    SubscriptionId TEXT NOT NULL,
    CONSTRAINT PK_IncidentService PRIMARY KEY (IncidentId, SubscriptionId),
    CONSTRAINT FK_IncidentService_Incident FOREIGN KEY (IncidentId) REFERENCES Incident (Id) ON DELETE CASCADE,
    CONSTRAINT FK_IncidentService_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_IncidentService_Subscription ON IncidentService (SubscriptionId);
-- The kinds of service that it touches: in its towns where it has an area, everywhere where it has none.
CREATE TABLE IncidentServiceKind (
    IncidentId TEXT NOT NULL,
    Kind INTEGER NOT NULL,
    CONSTRAINT PK_IncidentServiceKind PRIMARY KEY (IncidentId, Kind),
    CONSTRAINT FK_IncidentServiceKind_Incident FOREIGN KEY (IncidentId) REFERENCES Incident (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE IncidentTown (
    IncidentId TEXT NOT NULL,
    Name TEXT COLLATE SV_CI NOT NULL,
    CONSTRAINT PK_IncidentTown PRIMARY KEY (IncidentId, Name),
    CONSTRAINT FK_IncidentTown_Incident FOREIGN KEY (IncidentId) REFERENCES Incident (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- The generations of the mobile network that it is in.
CREATE TABLE IncidentMobileNetwork (
    IncidentId TEXT NOT NULL,
    Generation INTEGER NOT NULL,
    CONSTRAINT PK_IncidentMobileNetwork PRIMARY KEY (IncidentId, Generation),
    CONSTRAINT FK_IncidentMobileNetwork_Incident FOREIGN KEY (IncidentId) REFERENCES Incident (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- Whether a customer has services of a kind in a town.
CREATE INDEX IX_Subscription_Town ON Subscription (OrganisationId, Kind, InstallationCity, IsHidden, Status, AccountId);
