-- What is agreed for support tickets of a priority (SLA). SupportHours says when time counts: always, or mon-fri 08:00-17:00. Times in minutes.
CREATE TABLE AgreementSla (
    AgreementId TEXT NOT NULL,
    Priority INTEGER NOT NULL,
    SupportHours TEXT NOT NULL,
    ResponseMinutes INTEGER,
    SolutionMinutes INTEGER,
    CONSTRAINT PK_AgreementSla PRIMARY KEY (AgreementId, Priority),
    CONSTRAINT FK_AgreementSla_Agreement FOREIGN KEY (AgreementId) REFERENCES Agreement (Id)
) STRICT, WITHOUT ROWID;
-- What customers write to the operator about. ServiceName and ServiceNumber are those of the service when the ticket was made: it may move
-- out of sight. The columns from SlaHours on hold what was agreed then, and the clock; SlaStoppedAt is set while it stands still.
CREATE TABLE Ticket (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    AccountId TEXT NOT NULL,
    SubscriptionId TEXT,
    ServiceName TEXT COLLATE SV_CI,
    ServiceNumber TEXT,
    Number TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    Type INTEGER NOT NULL,
    Priority INTEGER,
    Title TEXT COLLATE SV_CI NOT NULL,
    SearchTitle TEXT NOT NULL,
    State INTEGER NOT NULL,
    CreatedById TEXT,
    CreatedBy TEXT COLLATE SV_CI NOT NULL,
    CreatedAt TEXT NOT NULL,
    UpdatedAt TEXT NOT NULL,
    AnsweredAt TEXT,
    SolvedAt TEXT,
    EndedAt TEXT,
    SlaHours TEXT,
    SlaResponseMinutes INTEGER,
    SlaSolutionMinutes INTEGER,
    ResponseDueAt TEXT,
    SolutionDueAt TEXT,
    SlaStoppedAt TEXT,
    Problem TEXT COLLATE SV_CI,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_Ticket_Id UNIQUE (Id),
    CONSTRAINT UX_Ticket_Number UNIQUE (Number),
    CONSTRAINT UX_Ticket_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_Ticket_Account FOREIGN KEY (AccountId) REFERENCES Account (Id),
    CONSTRAINT FK_Ticket_Subscription FOREIGN KEY (SubscriptionId) REFERENCES Subscription (Id)
) STRICT;
-- The list in each of its orders, Seq last so that it is one order. IX_Ticket_Account finds the tickets of a part of the account tree.
CREATE INDEX IX_Ticket_Account ON Ticket (AccountId, OrganisationId, State, UpdatedAt, SearchTitle);
CREATE INDEX IX_Ticket_Updated ON Ticket (OrganisationId, UpdatedAt, Seq, State, AccountId);
CREATE INDEX IX_Ticket_Created ON Ticket (OrganisationId, CreatedAt, Seq, State, AccountId);
CREATE INDEX IX_Ticket_Number ON Ticket (OrganisationId, Number, Seq, State, AccountId);
CREATE INDEX IX_Ticket_Title ON Ticket (OrganisationId, Title, Seq, State, AccountId, SearchTitle);
CREATE INDEX IX_Ticket_State ON Ticket (OrganisationId, State, Seq, AccountId);
CREATE INDEX IX_Ticket_Type ON Ticket (OrganisationId, Type, Seq, State, AccountId);
CREATE INDEX IX_Ticket_Priority ON Ticket (OrganisationId, Priority, Seq, State, AccountId);
CREATE INDEX IX_Ticket_Service ON Ticket (OrganisationId, ServiceName, Seq, State, AccountId);
CREATE INDEX IX_Ticket_CreatedBy ON Ticket (OrganisationId, CreatedBy, Seq, State, AccountId);
CREATE INDEX IX_Ticket_Subscription ON Ticket (SubscriptionId);
-- What both sides wrote. ExternalId is the operator's own; one of the portal's where it was written here.
CREATE TABLE TicketMessage (
    Id TEXT NOT NULL,
    TicketId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    At TEXT NOT NULL,
    FromOperator INTEGER NOT NULL,
    AuthorId TEXT,
    Author TEXT COLLATE SV_CI NOT NULL,
    Text TEXT COLLATE SV_CI NOT NULL,
    CONSTRAINT PK_TicketMessage PRIMARY KEY (Id),
    CONSTRAINT UX_TicketMessage_ExternalId UNIQUE (TicketId, ExternalId),
    CONSTRAINT FK_TicketMessage_Ticket FOREIGN KEY (TicketId) REFERENCES Ticket (Id)
) STRICT;
CREATE INDEX IX_TicketMessage_Ticket ON TicketMessage (TicketId, At);
-- The states that a ticket came to. ActedBy is null for the operator, ExternalId the operator's id of its report.
CREATE TABLE TicketEvent (
    Id TEXT NOT NULL,
    TicketId TEXT NOT NULL,
    ExternalId TEXT,
    At TEXT NOT NULL,
    State INTEGER NOT NULL,
    ActedBy TEXT COLLATE SV_CI,
    CONSTRAINT PK_TicketEvent PRIMARY KEY (Id),
    CONSTRAINT FK_TicketEvent_Ticket FOREIGN KEY (TicketId) REFERENCES Ticket (Id)
) STRICT;
CREATE INDEX IX_TicketEvent_Ticket ON TicketEvent (TicketId, At);
CREATE UNIQUE INDEX UX_TicketEvent_ExternalId ON TicketEvent (TicketId, ExternalId) WHERE ExternalId IS NOT NULL;
-- Colleagues who get the ticket's mails.
CREATE TABLE TicketFollower (
    TicketId TEXT NOT NULL,
    UserId TEXT NOT NULL,
    CONSTRAINT PK_TicketFollower PRIMARY KEY (TicketId, UserId),
    CONSTRAINT FK_TicketFollower_Ticket FOREIGN KEY (TicketId) REFERENCES Ticket (Id),
    CONSTRAINT FK_TicketFollower_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- Files beside messages. Without a message they have been received for a form that is not sent yet, and are its user's alone.
CREATE TABLE TicketAttachment (
    Id TEXT NOT NULL,
    OrganisationId TEXT NOT NULL,
    UploadedById TEXT NOT NULL,
    UploadedAt TEXT NOT NULL,
    TicketId TEXT,
    MessageId TEXT,
    FileName TEXT COLLATE SV_CI NOT NULL,
    ContentType TEXT NOT NULL,
    FileSize INTEGER NOT NULL,
    FileKey TEXT NOT NULL,
    CONSTRAINT PK_TicketAttachment PRIMARY KEY (Id),
    CONSTRAINT FK_TicketAttachment_Message FOREIGN KEY (MessageId) REFERENCES TicketMessage (Id)
) STRICT;
CREATE INDEX IX_TicketAttachment_Ticket ON TicketAttachment (TicketId);
CREATE INDEX IX_TicketAttachment_Unused ON TicketAttachment (UploadedAt) WHERE MessageId IS NULL;
