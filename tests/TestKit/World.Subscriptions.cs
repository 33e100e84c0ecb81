using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

public sealed partial class World
{
    private static readonly Stmt SelectSubscriptionSeq = "SELECT Seq FROM Subscription WHERE Id = @id";
    private static readonly Stmt SelectAccountSeq = "SELECT a.Seq FROM Account a JOIN Subscription s ON s.AccountId = a.Id WHERE s.Id = @id";

    /// <summary>A service of the account; the phone number is one of those kept for tests unless given.</summary>
    /// <param name="more">Further columns, such as <c>("CostCentre", "4711")</c>.</param>
    public async Task<Guid> SubscriptionAsync(Guid accountId, string userName = "Åke Ström", SubscriptionKind kind = SubscriptionKind.Mobile,
        SubscriptionStatus status = SubscriptionStatus.Active, string? phone = null, bool hidden = false, Guid? productId = null,
        Guid? dataPackageId = null, Guid? priceListId = null, Guid? agreementId = null, params (string Column, object? Value)[] more)
    {
        var (id, number) = (Guid.CreateVersion7(), Next());
        (string Column, object? Value)[] all = [.. more, ("Id", id), ("OrganisationId", await OrganisationOfAsync(accountId)), ("AccountId", accountId),
            ("ProductId", productId ?? await ProductOfAsync(kind, hidden)), ("AgreementId", agreementId), ("ExternalId", $"S{number}"), ("Kind", kind),
            ("Status", status), ("IsHidden", hidden), ("UserName", userName), ("SearchName", SwedishText.Fold(userName)),
            ("PhoneNumber", phone ?? $"+467990{number:00000}"), ("MonthlyPrice", 1_990_000L), ("DataPackageId", dataPackageId), ("PriceListId", priceListId),
            ("NoticeMonths", 3), ("NoticeToMonthEnd", false), ("StartsOn", Today.AddYears(-1)), ("Version", 1)];
        await InsertAsync("Subscription", [.. all.DistinctBy(column => column.Column)]);
        return id;
    }

    /// <summary>A SIM card with a right check digit; without a service it lies in the customer's stock.</summary>
    public async Task<string> SimCardAsync(Guid organisationId, Guid? subscriptionId = null, SimCardState? state = null, string? icc = null,
        string? protectedPin = null, string? protectedPuk = null, SimForm form = SimForm.Physical)
    {
        var number = Next();
        icc ??= WithCheckDigit($"894699{number:000000000000}");
        await InsertAsync("SimCard", ("Id", Guid.CreateVersion7()), ("OrganisationId", organisationId), ("SubscriptionId", subscriptionId), ("Icc", icc),
            ("Imsi", $"24099{number:0000000000}"), ("ProtectedPin", protectedPin), ("ProtectedPuk", protectedPuk), ("Form", form),
            ("State", state ?? (subscriptionId is null ? SimCardState.InStock : SimCardState.Active)), ("Version", 1));
        return icc;
    }

    public Task BarringAsync(Guid subscriptionId, BarringKind kind = BarringKind.PremiumCalls) =>
        InsertAsync("Barring", ("SubscriptionId", subscriptionId), ("Kind", kind), ("Since", Now));

    public Task ForwardingAsync(Guid subscriptionId, CallForwardingKind kind = CallForwardingKind.Busy, string target = "+46812345678", int? ringSeconds = null) =>
        InsertAsync("CallForwarding", ("SubscriptionId", subscriptionId), ("Kind", kind), ("Target", target), ("RingSeconds", ringSeconds), ("Since", Now));

    public Task DeviceAsync(Guid subscriptionId, string model = "Fairphone 5", string imei = "490154203237518") =>
        InsertAsync("Device", ("SubscriptionId", subscriptionId), ("Model", model), ("Imei", imei), ("SeenAt", Now));

    public Task<long> SubscriptionSeqAsync(Guid subscriptionId) => Db.FirstOrDefaultAsync<long>(SelectSubscriptionSeq, new { id = subscriptionId });

    /// <summary>The small number of the account that the service belongs to now.</summary>
    public Task<long> AccountSeqAsync(Guid subscriptionId) => Db.FirstOrDefaultAsync<long>(SelectAccountSeq, new { id = subscriptionId });

    private static string WithCheckDigit(string digits) => digits + Luhn.CheckDigit(digits);
}
