using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Subscriptions;

internal sealed class GetSubscriptionHandler(DbSession db, BarringDesk barrings, ForwardingDesk forwardings, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetSubscription, SubscriptionDetail>
{
    private const int TrendMonths = 6;

    private static readonly Stmt SelectFacts = """
        SELECT s.Id, s.Kind, s.Status, s.UserName, s.ExternalUserName, s.CostCentre, s.EmployeeNumber, s.PhoneNumber, s.FixedNumber,
            p.Name AS Product, p.Description AS ProductDescription, a.DisplayName AS Account, a.Number AS AccountNumber, s.MonthlyPrice,
            d.Name AS DataPackage, d.Bytes AS DataBytes, l.Name AS PriceList, l.IncludedSeconds, l.IncludedMessages, s.NoticeMonths,
            s.CommittedUntil, s.StartsOn, s.EndsOn, s.InstallationStreet, s.InstallationPostalCode, s.InstallationCity,
            s.OtherEndStreet, s.OtherEndPostalCode, s.OtherEndCity, s.DownMbit, s.UpMbit,
            v.Model AS DeviceModel, v.Imei, v.SeenAt AS DeviceSeenAt, s.Version
        FROM Subscription s
        JOIN Product p ON p.Id = s.ProductId
        JOIN Account a ON a.Id = s.AccountId
        LEFT JOIN DataPackage d ON d.Id = s.DataPackageId
        LEFT JOIN PriceList l ON l.Id = s.PriceListId
        LEFT JOIN Device v ON v.SubscriptionId = s.Id
        WHERE s.Id = @id AND s.OrganisationId = @organisationId AND s.IsHidden = 0
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = s.AccountId)
        """;

    private static readonly Stmt SelectSim = """
        SELECT Icc, Imsi, Form, State, CASE WHEN ProtectedPin IS NULL THEN 0 ELSE 1 END AS HasPin, CASE WHEN ProtectedPuk IS NULL THEN 0 ELSE 1 END AS HasPuk
        FROM SimCard WHERE SubscriptionId = @id AND State IN (3, 4) ORDER BY State, Seq DESC
        """;

    private static readonly Stmt SelectPriceLists = """
        SELECT l.Name, l.Description, l.MonthlyPrice FROM SubscriptionPriceList x JOIN PriceList l ON l.Id = x.PriceListId
        WHERE x.SubscriptionId = @id ORDER BY l.Name
        """;

    private static readonly Stmt SelectAddOns = """
        SELECT o.Name, o.Description, o.MonthlyPrice FROM SubscriptionAddOn x JOIN AddOn o ON o.Id = x.AddOnId
        WHERE x.SubscriptionId = @id ORDER BY o.Name
        """;

    private static readonly Stmt SelectHandsets = "SELECT Kind, Name FROM Handset WHERE SubscriptionId = @id ORDER BY Name";

    private static readonly Stmt SelectOrdered = "SELECT DISTINCT Type FROM OrderLine WHERE SubscriptionId = @id AND IsOpen = 1";

    // What was used on an account outside the reach stays out of sight, also when the service has been moved since.
    private static readonly Stmt SelectMonths = """
        SELECT u.Month, u.TrafficType, SUM(u.Records) AS Records, SUM(u.Amount) AS Amount
        FROM UsageMonth u
        JOIN Subscription s ON s.Seq = u.SubscriptionSeq
        JOIN Account a ON a.Seq = u.AccountSeq
        JOIN AccountTree t ON t.DescendantId = a.Id
        WHERE s.Id = @id AND u.Month >= @from AND t.AncestorId = @reachId AND (u.TrafficType = 4 OR u.Direction = 1)
        GROUP BY u.Month, u.TrafficType
        """;

    private static readonly Stmt SelectTopUps = "SELECT Name, Bytes, DeliveredAt FROM TopUp WHERE SubscriptionId = @id AND Month = @month ORDER BY Seq";

    private static readonly Stmt SelectCap = "SELECT Amount, CASE WHEN BarsIn IS NULL THEN 0 ELSE 1 END AS IsBarring FROM CostCap WHERE SubscriptionId = @id";

    private static readonly Stmt SelectHistory = Stmt.Top("""
        SELECT e.At, e.Kind, e.Actor, e.Detail, o.Number AS OrderNumber
        FROM SubscriptionEvent e LEFT JOIN CustomerOrder o ON o.Id = e.OrderId AND o.IsHidden = 0 AND EXISTS (SELECT 1 FROM AccountTree x WHERE x.AncestorId = @reachId AND x.DescendantId = o.AccountId)
        WHERE e.SubscriptionId = @id
        AND EXISTS (SELECT 1 FROM AccountTree t WHERE t.AncestorId = @reachId AND t.DescendantId = e.AccountId)
        ORDER BY e.At DESC, e.Seq DESC
        """);

    public async Task<SubscriptionDetail> Handle(GetSubscription request, CancellationToken cancellationToken)
    {
        var (reach, id) = (user.Reach, request.Id);
        var facts = await db.FirstOrDefaultAsync<SubscriptionFacts>(SelectFacts, new { id, organisationId = reach.OrganisationId, reachId = reach.AccountId }, cancellationToken)
            ?? throw new NotFoundException();
        return new SubscriptionDetail
        {
            Facts = facts,
            SimCard = await db.FirstOrDefaultAsync<SimCardView>(SelectSim, new { id }, cancellationToken),
            PriceLists = Lines(await db.ListAsync<LineRow>(SelectPriceLists, new { id }, cancellationToken)),
            AddOns = Lines(await db.ListAsync<LineRow>(SelectAddOns, new { id }, cancellationToken)),
            Handsets = [.. (await db.ListAsync<HandsetRow>(SelectHandsets, new { id }, cancellationToken)).Select(row => new HandsetView(row.Kind, row.Name))],
            Barrings = await barrings.ListAsync(reach.OrganisationId, id, cancellationToken),
            Forwardings = await forwardings.ListAsync(reach.OrganisationId, id, cancellationToken),
            Ordered = await db.ListAsync<OrderType>(SelectOrdered, new { id }, cancellationToken),
            Months = await MonthsAsync(reach, id, cancellationToken),
            TopUps = await TopUpsAsync(id, cancellationToken),
            CostCap = await db.FirstOrDefaultAsync<CapRow>(SelectCap, new { id }, cancellationToken) is { } cap ? new(cap.Amount, cap.IsBarring) : null,
            History = await HistoryAsync(reach, id, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<MonthUse>> MonthsAsync(AccountReach reach, Guid id, CancellationToken cancellation)
    {
        var first = StockholmTime.MonthOf(clock.Today()).AddMonths(1 - TrendMonths);
        var rows = await db.ListAsync<MonthRow>(SelectMonths, new { id, reachId = reach.AccountId, from = first }, cancellation);
        return [.. Enumerable.Range(0, TrendMonths).Select(first.AddMonths).Select(month => MonthOf(month, rows.Where(row => row.Month == month).ToDictionary(row => row.TrafficType)))];
    }

    private async Task<IReadOnlyList<DeliveredTopUp>> TopUpsAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await db.ListAsync<TopUpRow>(SelectTopUps, new { id, month = StockholmTime.MonthOf(clock.Today()) }, cancellation);
        return [.. rows.Select(row => new DeliveredTopUp(row.Name, row.Bytes, row.DeliveredAt))];
    }

    private static MonthUse MonthOf(DateOnly month, Dictionary<TrafficType, MonthRow> sums)
    {
        MonthRow Of(TrafficType type) => sums.GetValueOrDefault(type) ?? new MonthRow();
        return new(month, Of(TrafficType.Data).Amount, Of(TrafficType.Call).Records, Of(TrafficType.Call).Amount, Of(TrafficType.Sms).Records, Of(TrafficType.Mms).Records);
    }

    private async Task<IReadOnlyList<HistoryLine>> HistoryAsync(AccountReach reach, Guid id, CancellationToken cancellation)
    {
        var rows = await db.ListAsync<HistoryRow>(SelectHistory, new { id, reachId = reach.AccountId, take = 50 }, cancellation);
        return [.. rows.Select(row => new HistoryLine(row.At, row.Kind, row.Actor, EventValues.Shown(row.Kind, row.Detail is null ? [] : JsonSerializer.Deserialize<string[]>(row.Detail)!)) { Order = row.OrderNumber })];
    }

    private static IReadOnlyList<SpecificationLine> Lines(IReadOnlyList<LineRow> rows) =>
        [.. rows.Select(row => new SpecificationLine(row.Name, row.Description, row.MonthlyPrice))];

    private sealed record LineRow { public string Name { get; init; } = ""; public string? Description { get; init; } public Money MonthlyPrice { get; init; } }

    private sealed record HandsetRow { public HandsetKind Kind { get; init; } public string Name { get; init; } = ""; }

    private sealed record MonthRow { public DateOnly Month { get; init; } public TrafficType TrafficType { get; init; } public int Records { get; init; } public long Amount { get; init; } }

    private sealed record CapRow { public Money Amount { get; init; } public bool IsBarring { get; init; } }

    private sealed record TopUpRow { public string Name { get; init; } = ""; public long Bytes { get; init; } public DateTimeOffset DeliveredAt { get; init; } }

    private sealed record HistoryRow { public DateTimeOffset At { get; init; } public string Kind { get; init; } = ""; public string Actor { get; init; } = ""; public string? Detail { get; init; } public string? OrderNumber { get; init; } }
}
