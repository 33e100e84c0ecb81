using System.Data.Common;
using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Search;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Search;

namespace Connect.Infrastructure.Persistence.Subscriptions;

internal sealed class SubscriptionRepository(DbSession db, SearchIndex index) : ISubscriptionRepository
{
    private static readonly Stmt SelectInReach = """
        SELECT s.Id, s.OrganisationId, s.ExternalId, s.AccountId, s.Kind, s.Status, s.UserName, s.ExternalUserName, s.CostCentre, s.EmployeeNumber, s.PhoneNumber, s.FixedNumber, s.StartsOn, s.EndsOn,
            s.NoticeMonths, s.NoticeToMonthEnd, s.CommittedUntil, s.MonthlyPrice, s.Version
        FROM Subscription s
        WHERE s.Id = @id AND s.IsHidden = 0 AND s.OrganisationId = @organisationId
          AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    private static readonly Stmt SelectForOperator = """
        SELECT Id, OrganisationId, ExternalId, AccountId, Kind, Status, UserName, ExternalUserName, CostCentre, EmployeeNumber, PhoneNumber, FixedNumber, StartsOn, EndsOn,
            NoticeMonths, NoticeToMonthEnd, CommittedUntil, MonthlyPrice, Version
        FROM Subscription
        WHERE Id = @id AND OrganisationId = @organisationId
        """;

    private static readonly Stmt Update = """
        UPDATE Subscription
        SET AccountId = @AccountId, ExternalId = @ExternalId, Status = @Status, PhoneNumber = @PhoneNumber, FixedNumber = @FixedNumber, StartsOn = @StartsOn, EndsOn = @EndsOn,
            CommittedUntil = @CommittedUntil, MonthlyPrice = @MonthlyPrice, UserName = @UserName, SearchName = @searchName,
            ExternalUserName = @ExternalUserName, CostCentre = @CostCentre, EmployeeNumber = @EmployeeNumber, Version = Version + 1
        WHERE Id = @Id AND Version = @Version
        """;

    // The list of orders goes by the name, as the service has it now; what was ordered before a move to another account stays as it was called there.
    private static readonly Stmt UpdateOrders = "UPDATE CustomerOrder SET ServiceName = @UserName, SearchName = @searchName WHERE SubscriptionId = @Id AND AccountId = @AccountId";

    private static readonly Stmt InsertMove = "INSERT INTO SubscriptionMove (SubscriptionId, FromAccountId, MovedOn) VALUES (@id, @AccountId, @MovedOn)";

    private static readonly Stmt InsertEvent = """
        INSERT INTO SubscriptionEvent (Id, SubscriptionId, AccountId, At, Kind, Actor, Detail, OrderId)
        VALUES (@Id, @subscriptionId, @accountId, @At, @Kind, @Actor, @detail, @OrderId)
        """;

    public async Task<Subscription?> FindAsync(AccountReach reach, Guid id, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<SubscriptionData>(SelectInReach, new { id, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellation)
            is { } data ? new Subscription(data) : null;

    public async Task<Subscription?> FindForOperatorAsync(Guid organisationId, Guid id, CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<SubscriptionData>(SelectForOperator, new { id, organisationId }, cancellation)
            is { } data ? new Subscription(data) : null;

    public async Task SaveAsync(Subscription subscription, CancellationToken cancellation)
    {
        var data = subscription.Data;
        var searchName = SwedishText.Fold(data.UserName);
        var written = await UpdateAsync(new
        {
            data.AccountId, data.ExternalId, data.Status, data.PhoneNumber, data.FixedNumber, data.StartsOn, data.EndsOn, data.CommittedUntil, data.MonthlyPrice, data.UserName, searchName,
            data.ExternalUserName, data.CostCentre, data.EmployeeNumber, data.Id, data.Version,
        }, cancellation);
        if (written == 0) throw new ConflictException();
        await db.ExecuteAsync(UpdateOrders, new { data.Id, data.AccountId, data.UserName, searchName }, cancellation);
        if (subscription.Left is { } left) await db.ExecuteAsync(InsertMove, new { id = data.Id, left.AccountId, left.MovedOn }, cancellation);
        await index.RefreshAsync(SearchKind.Service, [data.Id], cancellation);
        await TellAsync(db, subscription, cancellation);
    }

    public Task TellAsync(Subscription subscription, CancellationToken cancellation) => TellAsync(db, subscription, cancellation);

    /// <summary>Writes what happened to the service.</summary>
    internal static async Task TellAsync(DbSession db, Subscription subscription, CancellationToken cancellation)
    {
        foreach (var happened in subscription.NewEvents)
        {
            var detail = JsonSerializer.Serialize(happened.Values);
            await db.ExecuteAsync(InsertEvent, new
            {
                happened.Id, subscriptionId = subscription.Id, accountId = subscription.Data.AccountId, happened.At, happened.Kind, happened.Actor, detail, happened.OrderId,
            }, cancellation);
        }
    }

    private async Task<int> UpdateAsync(object values, CancellationToken cancellation)
    {
        try
        {
            return await db.ExecuteAsync(Update, values, cancellation);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            throw new ConflictException("ServiceIdTaken");
        }
    }
}
