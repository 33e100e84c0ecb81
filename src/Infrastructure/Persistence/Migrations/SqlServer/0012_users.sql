-- Which products a user may order: everything that the agreement offers, unless they are limited.
ALTER TABLE dbo.PortalUser ADD LimitsProducts bit NOT NULL CONSTRAINT DF_PortalUser_LimitsProducts DEFAULT 0;
CREATE TABLE dbo.UserProduct (
    UserId uniqueidentifier NOT NULL,
    ProductId uniqueidentifier NOT NULL,
    CONSTRAINT PK_UserProduct PRIMARY KEY CLUSTERED (UserId, ProductId),
    CONSTRAINT FK_UserProduct_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE,
    CONSTRAINT FK_UserProduct_Product FOREIGN KEY (ProductId) REFERENCES dbo.Product (Id)
);
-- The users of a part of the account tree; those of the root are looked at under lock when an administrator goes.
CREATE INDEX IX_PortalUser_Account ON dbo.PortalUser (AccountId, IsActive);
