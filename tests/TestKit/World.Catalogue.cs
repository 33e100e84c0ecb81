using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.TestKit;

public sealed partial class World
{
    private readonly Dictionary<(SubscriptionKind, bool), Guid> _products = [];
    private Guid? _category;

    public async Task<Guid> CategoryAsync(string name = "Mobilt", int sortOrder = 1)
    {
        var id = Guid.CreateVersion7();
        await InsertAsync("Category", ("Id", id), ("ExternalId", $"C{Next()}"), ("Name", name), ("SortOrder", sortOrder));
        return id;
    }

    /// <summary>A product; a hidden one's services are nowhere to be seen.</summary>
    public async Task<Guid> ProductAsync(SubscriptionKind kind = SubscriptionKind.Mobile, string? name = null, bool hidden = false, decimal monthly = 199, decimal oneTime = 0)
    {
        var id = Guid.CreateVersion7();
        _category ??= await CategoryAsync();
        await InsertAsync("Product", ("Id", id), ("CategoryId", _category), ("ExternalId", $"P{Next()}"), ("Kind", kind), ("Name", name ?? $"Produkt {kind}"),
            ("MonthlyPrice", Money.FromKronor(monthly).TenThousandths), ("OneTimePrice", Money.FromKronor(oneTime).TenThousandths), ("IsHidden", hidden));
        return id;
    }

    /// <param name="bytes">Included data; null is without limit.</param>
    public async Task<Guid> DataPackageAsync(string name = "10 GB", long? bytes = 10_000_000_000, decimal monthly = 99, bool topUp = false)
    {
        var id = Guid.CreateVersion7();
        await InsertAsync("DataPackage", ("Id", id), ("ExternalId", $"D{Next()}"), ("Name", name), ("Bytes", bytes),
            ("MonthlyPrice", Money.FromKronor(monthly).TenThousandths), ("IsTopUp", topUp));
        return id;
    }

    public async Task<Guid> PriceListAsync(string name = "Fri Sverige", bool isBase = true, decimal monthly = 0, long? includedSeconds = null, long? includedMessages = null)
    {
        var id = Guid.CreateVersion7();
        await InsertAsync("PriceList", ("Id", id), ("ExternalId", $"L{Next()}"), ("Name", name), ("IsBase", isBase),
            ("MonthlyPrice", Money.FromKronor(monthly).TenThousandths), ("IncludedSeconds", includedSeconds), ("IncludedMessages", includedMessages));
        return id;
    }

    public async Task<Guid> AddOnAsync(Guid subscriptionId, string name = "Röstbrevlåda", decimal monthly = 0)
    {
        var id = Guid.CreateVersion7();
        await InsertAsync("AddOn", ("Id", id), ("ExternalId", $"T{Next()}"), ("Name", name), ("MonthlyPrice", Money.FromKronor(monthly).TenThousandths));
        await InsertAsync("SubscriptionAddOn", ("SubscriptionId", subscriptionId), ("AddOnId", id));
        return id;
    }

    public async Task<Guid> AgreementAsync(Guid organisationId, int noticeMonths = 3, bool noticeToMonthEnd = false, int commitmentMonths = 24, params Guid[] products)
    {
        var (id, number) = (Guid.CreateVersion7(), Next());
        await InsertAsync("Agreement", ("Id", id), ("OrganisationId", organisationId), ("ExternalId", $"AG{number}"), ("Number", $"AVT-{number}"),
            ("ValidFrom", Today.AddYears(-1)), ("NoticeMonths", noticeMonths), ("NoticeToMonthEnd", noticeToMonthEnd), ("CommitmentMonths", commitmentMonths));
        foreach (var product in products) await InsertAsync("AgreementProduct", ("AgreementId", id), ("ProductId", product));
        return id;
    }

    private async Task<Guid> ProductOfAsync(SubscriptionKind kind, bool hidden) =>
        _products.TryGetValue((kind, hidden), out var known) ? known : _products[(kind, hidden)] = await ProductAsync(kind, hidden: hidden);
}
