-- Which products a user may order: everything that the agreement offers, unless they are limited.
ALTER TABLE PortalUser ADD COLUMN LimitsProducts INTEGER NOT NULL DEFAULT 0;
CREATE TABLE UserProduct (
    UserId TEXT NOT NULL,
    ProductId TEXT NOT NULL,
    CONSTRAINT PK_UserProduct PRIMARY KEY (UserId, ProductId),
    CONSTRAINT FK_UserProduct_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE,
    CONSTRAINT FK_UserProduct_Product FOREIGN KEY (ProductId) REFERENCES Product (Id)
) STRICT, WITHOUT ROWID;
-- The users of a part of the account tree; those of the root are looked at under lock when an administrator goes.
CREATE INDEX IX_PortalUser_Account ON PortalUser (AccountId, IsActive);
