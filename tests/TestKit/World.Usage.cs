using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class World
{
    private static readonly Stmt AddToMonth = """
        UPDATE UsageMonth SET Records = Records + 1, Amount = Amount + @amount, Charge = Charge + @charge
        WHERE SubscriptionSeq = @seq AND Month = @month AND AccountSeq = @account AND TrafficType = @type AND Direction = @direction AND Zone = @zone
        """;

    private static readonly Stmt SelectOwner = "SELECT OrganisationId, AccountId FROM Subscription WHERE Id = @id";

    private static readonly Stmt SelectSeqOfAccount = "SELECT Seq FROM Account WHERE Id = @id";

    /// <summary>One call, message or data session, and its part of the month's sum.</summary>
    /// <param name="accountId">The account of the day; the service's account unless given.</param>
    /// <param name="charge">Kronor.</param>
    public async Task UsageAsync(Guid subscriptionId, DateTimeOffset? at = null, TrafficType type = TrafficType.Call, TrafficDirection direction = TrafficDirection.Outgoing,
        TrafficZone zone = TrafficZone.NationalMobile, string? otherNumber = "+46701740699", long amount = 60, decimal charge = 0.5m,
        string? invoice = "F1001", string? country = null, Guid? accountId = null)
    {
        var seq = await SubscriptionSeqAsync(subscriptionId);
        var account = accountId is null ? await AccountSeqAsync(subscriptionId) : await Db.FirstOrDefaultAsync<long>(SelectSeqOfAccount, new { id = accountId });
        await InsertAsync("UsageRecord", ("SubscriptionSeq", seq), ("AccountSeq", account), ("At", at ?? Now), ("ExternalId", $"R{Next()}"),
            ("InvoiceNumber", invoice), ("TrafficType", type), ("Direction", direction), ("Zone", zone), ("Country", country),
            ("OtherNumber", otherNumber), ("Amount", amount), ("Charge", Money.FromKronor(charge).TenThousandths));
        var month = StockholmTime.MonthOf(StockholmTime.DayOf(at ?? Now));
        var key = new { seq, month, account, type = (int)type, direction = (int)direction, zone = (int)zone, amount, charge = Money.FromKronor(charge).TenThousandths };
        if (await Db.ExecuteAsync(AddToMonth, key) > 0) return;
        await InsertAsync("UsageMonth", ("SubscriptionSeq", seq), ("Month", month), ("AccountSeq", account), ("TrafficType", type), ("Direction", direction),
            ("Zone", zone), ("Records", 1), ("Amount", amount), ("Charge", Money.FromKronor(charge).TenThousandths));
    }

    /// <summary>Data bought beside the package and delivered.</summary>
    /// <param name="month">Its first day; the month that it is unless given.</param>
    public async Task TopUpAsync(Guid subscriptionId, long bytes = 2_000_000_000, DateOnly? month = null)
    {
        var (order, owner) = (Guid.CreateVersion7(), await Db.FirstOrDefaultAsync<Owner>(SelectOwner, new { id = subscriptionId }));
        await InsertAsync("CustomerOrder", ("Id", order), ("OrganisationId", owner!.OrganisationId), ("AccountId", owner.AccountId), ("Number", $"B{Next()}"), ("Type", OrderType.TopUp),
            ("State", OrderState.Delivered), ("OrderedBy", "Anna"), ("OrderedAt", Now), ("StartsOn", Today), ("Version", 1));
        await InsertAsync("TopUp", ("SubscriptionId", subscriptionId), ("Month", month ?? StockholmTime.MonthOf(Today)), ("Name", "Extra 2 GB"), ("Bytes", bytes), ("OrderId", order), ("DeliveredAt", Now));
    }

    private sealed record Owner
    {
        public Guid OrganisationId { get; init; }
        public Guid AccountId { get; init; }
    }
}
