-- What is agreed for support tickets of a priority (SLA). SupportHours says when time counts: always, or mon-fri 08:00-17:00. Times in minutes.
CREATE TABLE dbo.AgreementSla (
    AgreementId uniqueidentifier NOT NULL,
    Priority smallint NOT NULL,
    SupportHours nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ResponseMinutes int NULL,
    SolutionMinutes int NULL,
    CONSTRAINT PK_AgreementSla PRIMARY KEY CLUSTERED (AgreementId, Priority),
    CONSTRAINT FK_AgreementSla_Agreement FOREIGN KEY (AgreementId) REFERENCES dbo.Agreement (Id)
);
-- What customers write to the operator about. ServiceName and ServiceNumber are those of the service when the ticket was made: it may move
-- out of sight. The columns from SlaHours on hold what was agreed then, and the clock; SlaStoppedAt is set while it stands still.
CREATE TABLE dbo.Ticket (
    Seq bigint IDENTITY(1, 1) NOT NULL,
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NOT NULL,
    SubscriptionId uniqueidentifier NULL,
    ServiceName nvarchar(200) NULL,
    ServiceNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    Number nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ExternalId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Type smallint NOT NULL,
    Priority smallint NULL,
    Title nvarchar(150) NOT NULL,
    SearchTitle nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL,
    State smallint NOT NULL,
    CreatedById uniqueidentifier NULL,
    CreatedBy nvarchar(200) NOT NULL,
    CreatedAt datetimeoffset(7) NOT NULL,
    UpdatedAt datetimeoffset(7) NOT NULL,
    AnsweredAt datetimeoffset(7) NULL,
    SolvedAt datetimeoffset(7) NULL,
    EndedAt datetimeoffset(7) NULL,
    SlaHours nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    SlaResponseMinutes int NULL,
    SlaSolutionMinutes int NULL,
    ResponseDueAt datetimeoffset(7) NULL,
    SolutionDueAt datetimeoffset(7) NULL,
    SlaStoppedAt datetimeoffset(7) NULL,
    Problem nvarchar(500) NULL,
    Version int NOT NULL,
    CONSTRAINT PK_Ticket PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT CX_Ticket UNIQUE CLUSTERED (Seq),
    CONSTRAINT UX_Ticket_Number UNIQUE (Number),
    CONSTRAINT UX_Ticket_ExternalId UNIQUE (OrganisationId, ExternalId),
    CONSTRAINT FK_Ticket_Account FOREIGN KEY (AccountId) REFERENCES dbo.Account (Id),
    CONSTRAINT FK_Ticket_Subscription FOREIGN KEY (SubscriptionId) REFERENCES dbo.Subscription (Id)
);
-- The list in each of its orders, Seq last so that it is one order. IX_Ticket_Account finds the tickets of a part of the account tree.
CREATE INDEX IX_Ticket_Account ON dbo.Ticket (AccountId, OrganisationId, State, UpdatedAt) INCLUDE (SearchTitle);
CREATE INDEX IX_Ticket_Updated ON dbo.Ticket (OrganisationId, UpdatedAt, Seq) INCLUDE (State, AccountId);
CREATE INDEX IX_Ticket_Created ON dbo.Ticket (OrganisationId, CreatedAt, Seq) INCLUDE (State, AccountId);
CREATE INDEX IX_Ticket_Number ON dbo.Ticket (OrganisationId, Number, Seq) INCLUDE (State, AccountId);
CREATE INDEX IX_Ticket_Title ON dbo.Ticket (OrganisationId, Title, Seq) INCLUDE (State, AccountId, SearchTitle);
CREATE INDEX IX_Ticket_State ON dbo.Ticket (OrganisationId, State, Seq) INCLUDE (AccountId);
CREATE INDEX IX_Ticket_Type ON dbo.Ticket (OrganisationId, Type, Seq) INCLUDE (State, AccountId);
CREATE INDEX IX_Ticket_Priority ON dbo.Ticket (OrganisationId, Priority, Seq) INCLUDE (State, AccountId);
CREATE INDEX IX_Ticket_Service ON dbo.Ticket (OrganisationId, ServiceName, Seq) INCLUDE (State, AccountId);
CREATE INDEX IX_Ticket_CreatedBy ON dbo.Ticket (OrganisationId, CreatedBy, Seq) INCLUDE (State, AccountId);
CREATE INDEX IX_Ticket_Subscription ON dbo.Ticket (SubscriptionId);
-- What both sides wrote. ExternalId is the operator's own; one of the portal's where it was written here.
CREATE TABLE dbo.TicketMessage (
    Id uniqueidentifier NOT NULL,
    TicketId uniqueidentifier NOT NULL,
    ExternalId nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    At datetimeoffset(7) NOT NULL,
    FromOperator bit NOT NULL,
    AuthorId uniqueidentifier NULL,
    Author nvarchar(200) NOT NULL,
    Text nvarchar(max) NOT NULL,
    CONSTRAINT PK_TicketMessage PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT UX_TicketMessage_ExternalId UNIQUE (TicketId, ExternalId),
    CONSTRAINT FK_TicketMessage_Ticket FOREIGN KEY (TicketId) REFERENCES dbo.Ticket (Id)
);
CREATE INDEX IX_TicketMessage_Ticket ON dbo.TicketMessage (TicketId, At);
-- The states that a ticket came to. ActedBy is null for the operator, ExternalId the operator's id of its report.
CREATE TABLE dbo.TicketEvent (
    Id uniqueidentifier NOT NULL,
    TicketId uniqueidentifier NOT NULL,
    ExternalId nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    At datetimeoffset(7) NOT NULL,
    State smallint NOT NULL,
    ActedBy nvarchar(200) NULL,
    CONSTRAINT PK_TicketEvent PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT FK_TicketEvent_Ticket FOREIGN KEY (TicketId) REFERENCES dbo.Ticket (Id)
);
CREATE INDEX IX_TicketEvent_Ticket ON dbo.TicketEvent (TicketId, At);
CREATE UNIQUE INDEX UX_TicketEvent_ExternalId ON dbo.TicketEvent (TicketId, ExternalId) WHERE ExternalId IS NOT NULL;
-- Colleagues who get the ticket's mails.
CREATE TABLE dbo.TicketFollower (
    TicketId uniqueidentifier NOT NULL,
    UserId uniqueidentifier NOT NULL,
    CONSTRAINT PK_TicketFollower PRIMARY KEY CLUSTERED (TicketId, UserId),
    CONSTRAINT FK_TicketFollower_Ticket FOREIGN KEY (TicketId) REFERENCES dbo.Ticket (Id),
    CONSTRAINT FK_TicketFollower_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE
);
-- Files beside messages. Without a message they have been received for a form that is not sent yet, and are its user's alone.
CREATE TABLE dbo.TicketAttachment (
    Id uniqueidentifier NOT NULL,
    OrganisationId uniqueidentifier NOT NULL,
    UploadedById uniqueidentifier NOT NULL,
    UploadedAt datetimeoffset(7) NOT NULL,
    TicketId uniqueidentifier NULL,
    MessageId uniqueidentifier NULL,
    FileName nvarchar(200) NOT NULL,
    ContentType nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    FileSize bigint NOT NULL,
    FileKey nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_TicketAttachment PRIMARY KEY NONCLUSTERED (Id),
    CONSTRAINT FK_TicketAttachment_Message FOREIGN KEY (MessageId) REFERENCES dbo.TicketMessage (Id)
);
CREATE INDEX IX_TicketAttachment_Ticket ON dbo.TicketAttachment (TicketId);
CREATE INDEX IX_TicketAttachment_Unused ON dbo.TicketAttachment (UploadedAt) WHERE MessageId IS NULL;
