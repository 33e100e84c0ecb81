using System.Text.Json;
using Connect.Application.Common.Ports;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>What the audit log says of a job on several services: the action, what is wished for all, the file, and how many services there are.</summary>
internal sealed class BulkAudit(IAudit audit, IServicePlans plans)
{
    public Task TellAsync(BulkJob job, int services, CancellationToken cancellation) =>
        TellAsync(job.Id, JsonSerializer.Deserialize<BulkWish>(job.Wish, JsonSerializerOptions.Web)!, job.FileName, services, cancellation);

    public async Task TellAsync(Guid job, BulkWish wish, string? fileName, int services, CancellationToken cancellation)
    {
        var (package, list) = wish.Kind == BulkKind.Change ? await PlanAsync(wish, cancellation) : (null, null);
        audit.Subject("BulkJob", job);
        audit.Change(null, new
        {
            Action = $"{wish.Kind}", Barrings = string.Join(", ", wish.Barrings), Forwardings = Forwardings(wish), DataPackage = package, PriceList = list,
            wish.Account, StartsOn = wish.Kind == BulkKind.Terminate ? null : wish.Day, EndsOn = wish.Kind == BulkKind.Terminate ? wish.Day : null, wish.CostCentre, wish.EmployeeNumber, FileName = fileName, Services = services,
        });
    }

    private async Task<(string? Package, string? List)> PlanAsync(BulkWish wish, CancellationToken cancellation)
    {
        var catalogue = await plans.CatalogueAsync(cancellation);
        return (catalogue.Packages.FirstOrDefault(one => one.Id == wish.DataPackage)?.Name, catalogue.PriceLists.FirstOrDefault(one => one.Id == wish.PriceList)?.Name);
    }

    // As those of one service are written.
    private static string Forwardings(BulkWish wish)
    {
        (CallForwardingKind Kind, string? Target)[] all =
            [(CallForwardingKind.Unconditional, wish.Unconditional), (CallForwardingKind.NotReachable, wish.NotReachable), (CallForwardingKind.Busy, wish.Busy), (CallForwardingKind.NoReply, wish.NoReply)];
        return string.Join("; ", all.Where(one => !string.IsNullOrWhiteSpace(one.Target))
            .Select(one => $"{one.Kind} {PhoneNumber.E164Of(one.Target) ?? one.Target!.Replace(" ", "", StringComparison.Ordinal)} {(one.Kind == CallForwardingKind.NoReply ? wish.RingSeconds : null)}".TrimEnd()));
    }
}
