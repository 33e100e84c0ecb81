using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions.Bulk;

[Covers("USR-3", "of a job on several services: the action, what was wished, the file and how many")]
public sealed class BulkAuditTests
{
    private readonly BulkScene _scene = new();

    [Fact]
    public async Task What_was_wished_is_told_as_of_one_service()
    {
        var told = await TellAsync(new() { Kind = BulkKind.Forwardings, Unconditional = " - ", Busy = "070-174 06 05", NoReply = "08 465 004 11", RingSeconds = 20 }, "växel.xlsx");
        told.ShouldContain("Forwardings = Unconditional -; Busy +46701740605; NoReply +46846500411 20,");
        told.ShouldContain("FileName = växel.xlsx, Services = 12");
        (await TellAsync(new() { Kind = BulkKind.AddBarrings, Barrings = [BarringKind.AllData, BarringKind.OutgoingSms] })).ShouldContain("Barrings = AllData, OutgoingSms,");
        (await TellAsync(new() { Kind = BulkKind.Terminate, Day = new(2026, 4, 1) })).ShouldContain($"StartsOn = , EndsOn = {new DateOnly(2026, 4, 1)},");
        (await TellAsync(new() { Kind = BulkKind.Move, Account = "1001", Day = new(2026, 4, 1) })).ShouldContain($"Account = 1001, StartsOn = {new DateOnly(2026, 4, 1)}, EndsOn = ,");
    }

    [Fact]
    public async Task Packages_and_price_lists_are_told_by_their_names()
    {
        var (package, list) = (Guid.NewGuid(), Guid.NewGuid());
        _scene.Plans.CatalogueAsync(Arg.Any<CancellationToken>()).Returns(Catalogue(package, list));
        (await TellAsync(new() { Kind = BulkKind.Change, DataPackage = package, PriceList = list })).ShouldContain("DataPackage = 20 GB, PriceList = Fri Sverige,");
        (await TellAsync(new() { Kind = BulkKind.Change, PriceList = list })).ShouldContain("DataPackage = , PriceList = Fri Sverige,");
    }

    private async Task<string> TellAsync(BulkWish wish, string? file = null)
    {
        await _scene.BulkAudit.TellAsync(Guid.NewGuid(), wish, file, 12, default);
        return _scene.Audit.After!;
    }

    private static PlanCatalogue Catalogue(Guid package, Guid list) => new([new DataPackage(package, "D20", "20 GB", 20_000_000_000, Money.Zero)], [new PriceList(list, "FRI", "Fri Sverige", null, true, Money.Zero)]);
}
