using Connect.Application.Subscriptions.Bulk;
using Connect.Domain.Subscriptions;

namespace Connect.Web.Pages.Services.Bulk;

/// <summary>What is filled in for several services, by the names of <see cref="BulkWish"/>.</summary>
internal sealed class BulkInput
{
    public List<BarringKind> Barrings { get; set; } = [];
    public string? Unconditional { get; set; }
    public string? NotReachable { get; set; }
    public string? Busy { get; set; }
    public string? NoReply { get; set; }
    public int? RingSeconds { get; set; }
    public Guid? DataPackage { get; set; }
    public Guid? PriceList { get; set; }
    public bool OrEarliest { get; set; }
    public string? Account { get; set; }
    public DateOnly? Day { get; set; }
    public string? CostCentre { get; set; }
    public string? EmployeeNumber { get; set; }

    public static BulkInput Of(BulkWish wish) => new()
    {
        Barrings = [.. wish.Barrings], Unconditional = wish.Unconditional, NotReachable = wish.NotReachable, Busy = wish.Busy, NoReply = wish.NoReply, RingSeconds = wish.RingSeconds, DataPackage = wish.DataPackage,
        PriceList = wish.PriceList, OrEarliest = wish.OrEarliest, Account = wish.Account, Day = wish.Day, CostCentre = wish.CostCentre, EmployeeNumber = wish.EmployeeNumber,
    };

    /// <param name="account">The number of the account that was chosen.</param>
    public BulkWish ToWish(BulkKind kind, string? account) => new()
    {
        Kind = kind, Barrings = Barrings, Unconditional = Unconditional, NotReachable = NotReachable, Busy = Busy, NoReply = NoReply, RingSeconds = RingSeconds, DataPackage = DataPackage,
        PriceList = PriceList, OrEarliest = OrEarliest, Account = string.IsNullOrEmpty(account) ? null : account, Day = Day, CostCentre = CostCentre, EmployeeNumber = EmployeeNumber,
    };
}
