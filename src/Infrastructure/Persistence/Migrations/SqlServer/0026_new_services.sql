-- The bandwidth of a product; without one it is told with the order.
ALTER TABLE dbo.Product ADD DownMbit int NULL;
ALTER TABLE dbo.Product ADD UpMbit int NULL;
-- The kinds of services that an add-on is for; without any it is for all.
CREATE TABLE dbo.AddOnKind (
    AddOnId uniqueidentifier NOT NULL,
    Kind smallint NOT NULL,
    CONSTRAINT PK_AddOnKind PRIMARY KEY CLUSTERED (AddOnId, Kind),
    CONSTRAINT FK_AddOnKind_AddOn FOREIGN KEY (AddOnId) REFERENCES dbo.AddOn (Id) ON DELETE CASCADE
);
-- Numbers that an open order moves here, so that no other order does.
CREATE TABLE dbo.PortedNumber (
    Number nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    OrderId uniqueidentifier NOT NULL,
    CONSTRAINT PK_PortedNumber PRIMARY KEY CLUSTERED (Number)
);
CREATE INDEX IX_PortedNumber_Order ON dbo.PortedNumber (OrderId);
-- Orders that are being filled in. The id is the browser's, so that it says nothing of what others have. Details are as they were told, as JSON.
CREATE TABLE dbo.OrderDraft (
    Seq bigint IDENTITY(1, 1) NOT NULL,
    Id uniqueidentifier NOT NULL,
    UserId uniqueidentifier NOT NULL,
    AccountId uniqueidentifier NULL,
    CategoryId uniqueidentifier NULL,
    ProductId uniqueidentifier NULL,
    Details nvarchar(max) NULL,
    ChangedAt datetimeoffset(7) NOT NULL,
    Version int NOT NULL,
    CONSTRAINT PK_OrderDraft PRIMARY KEY CLUSTERED (Seq),
    CONSTRAINT UX_OrderDraft_Id UNIQUE (UserId, Id),
    CONSTRAINT FK_OrderDraft_User FOREIGN KEY (UserId) REFERENCES dbo.PortalUser (Id) ON DELETE CASCADE,
    CONSTRAINT FK_OrderDraft_Account FOREIGN KEY (AccountId) REFERENCES dbo.Account (Id),
    CONSTRAINT FK_OrderDraft_Category FOREIGN KEY (CategoryId) REFERENCES dbo.Category (Id),
    CONSTRAINT FK_OrderDraft_Product FOREIGN KEY (ProductId) REFERENCES dbo.Product (Id)
);
CREATE INDEX IX_OrderDraft_User ON dbo.OrderDraft (UserId, ChangedAt);
CREATE INDEX IX_OrderDraft_Changed ON dbo.OrderDraft (ChangedAt);
