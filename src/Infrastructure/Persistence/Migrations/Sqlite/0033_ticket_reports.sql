-- Ids of the operator's reports that left neither a message nor a state behind: told again they change nothing either.
CREATE TABLE TicketReport (
    TicketId TEXT NOT NULL,
    ExternalId TEXT NOT NULL,
    CONSTRAINT PK_TicketReport PRIMARY KEY (TicketId, ExternalId),
    CONSTRAINT FK_TicketReport_Ticket FOREIGN KEY (TicketId) REFERENCES Ticket (Id)
) STRICT, WITHOUT ROWID;
-- What a user has not sent yet, and whose a file in the store is.
CREATE INDEX IX_TicketAttachment_Uploader ON TicketAttachment (UploadedById) WHERE MessageId IS NULL;
CREATE INDEX IX_TicketAttachment_Key ON TicketAttachment (FileKey);
