-- The bandwidth of a product; without one it is told with the order.
ALTER TABLE Product ADD COLUMN DownMbit INTEGER;
ALTER TABLE Product ADD COLUMN UpMbit INTEGER;
-- The kinds of services that an add-on is for; without any it is for all.
CREATE TABLE AddOnKind (
    AddOnId TEXT NOT NULL,
    Kind INTEGER NOT NULL,
    CONSTRAINT PK_AddOnKind PRIMARY KEY (AddOnId, Kind),
    CONSTRAINT FK_AddOnKind_AddOn FOREIGN KEY (AddOnId) REFERENCES AddOn (Id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- Numbers that an open order moves here, so that no other order does.
CREATE TABLE PortedNumber (
    Number TEXT NOT NULL,
    OrderId TEXT NOT NULL,
    CONSTRAINT PK_PortedNumber PRIMARY KEY (Number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IX_PortedNumber_Order ON PortedNumber (OrderId);
-- Orders that are being filled in. The id is the browser's, so that it says nothing of what others have. Details are as they were told, as JSON.
CREATE TABLE OrderDraft (
    Seq INTEGER PRIMARY KEY,
    Id TEXT NOT NULL,
    UserId TEXT NOT NULL,
    AccountId TEXT,
    CategoryId TEXT,
    ProductId TEXT,
    Details TEXT,
    ChangedAt TEXT NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT UX_OrderDraft_Id UNIQUE (UserId, Id),
    CONSTRAINT FK_OrderDraft_User FOREIGN KEY (UserId) REFERENCES PortalUser (Id) ON DELETE CASCADE,
    CONSTRAINT FK_OrderDraft_Account FOREIGN KEY (AccountId) REFERENCES Account (Id),
    CONSTRAINT FK_OrderDraft_Category FOREIGN KEY (CategoryId) REFERENCES Category (Id),
    CONSTRAINT FK_OrderDraft_Product FOREIGN KEY (ProductId) REFERENCES Product (Id)
) STRICT;
CREATE INDEX IX_OrderDraft_User ON OrderDraft (UserId, ChangedAt);
CREATE INDEX IX_OrderDraft_Changed ON OrderDraft (ChangedAt);
