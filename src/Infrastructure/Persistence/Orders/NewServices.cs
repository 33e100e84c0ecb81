using System.Data.Common;
using Connect.Application.Common.Errors;
using Connect.Application.Orders;
using Connect.Application.Search;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence.Subscriptions;
using Connect.Infrastructure.Search;

namespace Connect.Infrastructure.Persistence.Orders;

internal sealed class NewServices(DbSession db, SearchIndex index) : INewServices
{
    private static readonly Stmt SelectUses = """
        SELECT (SELECT COUNT(*) FROM Subscription s WHERE s.PhoneNumber = @number AND s.Status <> 5) + (SELECT COUNT(*) FROM Subscription s WHERE s.FixedNumber = @number AND s.Status <> 5)
            + (SELECT COUNT(*) FROM PortedNumber n WHERE n.Number = @number)
        """;

    private static readonly Stmt Insert = """
        INSERT INTO Subscription (Id, OrganisationId, AccountId, ProductId, AgreementId, ExternalId, Kind, Status, IsHidden, UserName, SearchName, CostCentre, EmployeeNumber, PhoneNumber,
            FixedNumber, MonthlyPrice, DataPackageId, PriceListId, NoticeMonths, NoticeToMonthEnd, StartsOn, InstallationStreet, InstallationPostalCode, InstallationCity,
            OtherEndStreet, OtherEndPostalCode, OtherEndCity, DownMbit, UpMbit, Version)
        VALUES (@Id, @OrganisationId, @AccountId, @productId, @agreementId, @ExternalId, @Kind, @Status, 0, @UserName, @searchName, @CostCentre, @EmployeeNumber, @PhoneNumber,
            @FixedNumber, @MonthlyPrice, @packageId, @listId, @NoticeMonths, @NoticeToMonthEnd, @StartsOn, @street, @postalCode, @city,
            @otherStreet, @otherPostalCode, @otherCity, @DownMbit, @UpMbit, 1)
        """;

    private static readonly Stmt InsertList = "INSERT INTO SubscriptionPriceList (SubscriptionId, PriceListId) VALUES (@id, @partId)";
    private static readonly Stmt InsertAddOn = "INSERT INTO SubscriptionAddOn (SubscriptionId, AddOnId) VALUES (@id, @partId)";
    private static readonly Stmt InsertHandset = "INSERT INTO Handset (Id, SubscriptionId, ExternalId, Kind, Name) VALUES (@handsetId, @id, @externalId, @kind, @name)";
    private static readonly Stmt InsertNumber = "INSERT INTO PortedNumber (Number, OrderId) VALUES (@number, @orderId)";
    private static readonly Stmt DeleteNumbers = "DELETE FROM PortedNumber WHERE OrderId = @orderId";

    // The row stays for what refers to it; the order stands for itself.
    private static readonly Stmt Hide = "UPDATE Subscription SET IsHidden = 1, IsWithdrawn = 1 WHERE Id = @id AND OrganisationId = @organisationId";
    private static readonly Stmt Unlink = "UPDATE OrderLine SET SubscriptionId = NULL WHERE OrderId = @orderId";
    private static readonly Stmt UnlinkOrder = "UPDATE CustomerOrder SET SubscriptionId = NULL WHERE Id = @orderId";

    // What was ordered and nothing else; and one that was made by another order is that order's.
    private static readonly Stmt SelectLoaded = """
        SELECT s.Id FROM Subscription s JOIN Subscription n ON n.Id = @id AND n.AccountId = s.AccountId AND n.Kind = s.Kind
        WHERE s.OrganisationId = @organisationId AND s.ExternalId = @externalId AND s.Id <> @id AND s.IsHidden = 0 AND s.Status <> 5
          AND NOT EXISTS (SELECT 1 FROM OrderLine l JOIN CustomerOrder o ON o.Id = l.OrderId WHERE l.SubscriptionId = s.Id AND l.Type = 1 AND o.IsLoaded = 0)
        """;

    private static readonly Stmt MoveLines = "UPDATE OrderLine SET SubscriptionId = @loadedId WHERE SubscriptionId = @id";
    private static readonly Stmt MoveOrders = "UPDATE CustomerOrder SET SubscriptionId = @loadedId, IsHidden = (SELECT s.IsHidden FROM Subscription s WHERE s.Id = @loadedId) WHERE SubscriptionId = @id";
    private static readonly Stmt MoveHistory = "UPDATE SubscriptionEvent SET SubscriptionId = @loadedId WHERE SubscriptionId = @id";
    private static readonly Stmt MoveTickets = "UPDATE Ticket SET SubscriptionId = @loadedId WHERE SubscriptionId = @id";

    private static readonly Stmt GiveWay = """
        UPDATE Subscription SET Status = 5, IsHidden = 1, IsWithdrawn = 1, PhoneNumber = NULL, FixedNumber = NULL, Version = Version + 1 WHERE Id = @id AND OrganisationId = @organisationId
        """;

    public async Task<bool> IsFreeAsync(string number, CancellationToken cancellation) => await db.FirstOrDefaultAsync<int>(SelectUses, new { number }, cancellation) == 0;

    public async Task AddAsync(NewService service, Guid agreementId, CancellationToken cancellation)
    {
        var (data, wanted) = (service.Subscription.Data, (NewSubscriptionDetail)service.Order.Lines[0].Detail);
        await ReserveAsync(service.Order, wanted, cancellation);
        await db.ExecuteAsync(Insert, new
        {
            data.Id, data.OrganisationId, data.AccountId, productId = wanted.Product.PortalId, agreementId, data.ExternalId, data.Kind, data.Status, data.UserName,
            searchName = SwedishText.Fold(data.UserName), data.CostCentre, data.EmployeeNumber, data.PhoneNumber, data.FixedNumber, data.MonthlyPrice,
            packageId = wanted.DataPackage?.PortalId, listId = wanted.PriceList?.PortalId, data.NoticeMonths, data.NoticeToMonthEnd, data.StartsOn,
            street = wanted.Installation?.Street, postalCode = wanted.Installation?.PostalCode, city = wanted.Installation?.City,
            otherStreet = wanted.OtherEnd?.Street, otherPostalCode = wanted.OtherEnd?.PostalCode, otherCity = wanted.OtherEnd?.City, wanted.DownMbit, wanted.UpMbit,
        }, cancellation);
        foreach (var list in wanted.ExtraPriceLists) await db.ExecuteAsync(InsertList, new { id = data.Id, partId = list.PortalId }, cancellation);
        foreach (var addOn in wanted.AddOns) await db.ExecuteAsync(InsertAddOn, new { id = data.Id, partId = addOn.PortalId }, cancellation);
        foreach (var kind in wanted.Handsets)
            await db.ExecuteAsync(InsertHandset, new { handsetId = Guid.CreateVersion7(), id = data.Id, externalId = $"{Domain.Common.PortalId.Prefix}{(int)kind}", kind, name = data.UserName }, cancellation);
        await index.RefreshAsync(SearchKind.Service, [data.Id], cancellation);
        await SubscriptionRepository.TellAsync(db, service.Subscription, cancellation);
    }

    public Task SettleAsync(Order order, CancellationToken cancellation) => db.ExecuteAsync(DeleteNumbers, new { orderId = order.Id }, cancellation);

    public async Task<Guid?> AdoptAsync(Order order, string externalId, CancellationToken cancellation)
    {
        var (id, organisationId) = (order.Lines[0].SubscriptionId!.Value, order.Data.OrganisationId);
        if (await db.FirstOrDefaultAsync<Guid?>(SelectLoaded, new { organisationId, externalId, id }, cancellation) is not { } loadedId) return null;
        foreach (var move in new[] { MoveLines, MoveOrders, MoveHistory, MoveTickets }) await db.ExecuteAsync(move, new { id, loadedId }, cancellation);
        await db.ExecuteAsync(GiveWay, new { id, organisationId }, cancellation);
        await index.RefreshAsync(SearchKind.Service, [id], cancellation);
        return loadedId;
    }

    public async Task WithdrawAsync(Subscription subscription, Order order, CancellationToken cancellation)
    {
        await db.ExecuteAsync(DeleteNumbers, new { orderId = order.Id }, cancellation);
        await db.ExecuteAsync(Unlink, new { orderId = order.Id }, cancellation);
        await db.ExecuteAsync(UnlinkOrder, new { orderId = order.Id }, cancellation);
        await db.ExecuteAsync(Hide, new { id = subscription.Id, organisationId = subscription.OrganisationId }, cancellation);
        await index.RefreshAsync(SearchKind.Service, [subscription.Id], cancellation);
    }

    private async Task ReserveAsync(Order order, NewSubscriptionDetail wanted, CancellationToken cancellation)
    {
        try
        {
            foreach (var number in wanted.PortedNumbers) await db.ExecuteAsync(InsertNumber, new { number, orderId = order.Id }, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new InvalidInputException("Details.PortedNumber", "NumberNotPortable");
        }
    }
}
