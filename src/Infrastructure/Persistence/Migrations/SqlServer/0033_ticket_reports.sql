-- Ids of the operator's reports that left neither a message nor a state behind: told again they change nothing either.
CREATE TABLE dbo.TicketReport (
    TicketId uniqueidentifier NOT NULL,
    ExternalId nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_TicketReport PRIMARY KEY CLUSTERED (TicketId, ExternalId),
    CONSTRAINT FK_TicketReport_Ticket FOREIGN KEY (TicketId) REFERENCES dbo.Ticket (Id)
);
-- What a user has not sent yet, and whose a file in the store is.
CREATE INDEX IX_TicketAttachment_Uploader ON dbo.TicketAttachment (UploadedById) WHERE MessageId IS NULL;
CREATE INDEX IX_TicketAttachment_Key ON dbo.TicketAttachment (FileKey);
