using Connect.Application.Operator;
using Connect.Domain.Subscriptions;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>Holds forwardings against the numbers of their service, as both will be after the load: it may change either.</summary>
internal sealed class ForwardingTargets(DbSession db)
{
    private static readonly Stmt SelectNumbers = """
        SELECT o.ExternalId AS Organisation, s.ExternalId AS Subscription, s.PhoneNumber, s.FixedNumber
        FROM Subscription s JOIN Organisation o ON o.Id = s.OrganisationId WHERE s.PhoneNumber IS NOT NULL OR s.FixedNumber IS NOT NULL
        """;

    private static readonly Stmt SelectForwardings = """
        SELECT o.ExternalId AS Organisation, s.ExternalId AS Subscription, f.Kind, f.Target
        FROM CallForwarding f JOIN Subscription s ON s.Id = f.SubscriptionId JOIN Organisation o ON o.Id = s.OrganisationId
        """;

    private readonly Dictionary<string, Service> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Subscription, long Kind), (string File, long Line, string? Target)> _forwardings = [];

    public void GiveService(string key, string file, ImportRow row) =>
        _services[key] = new(file, row.Line, row.Has("phoneNumber"), row.Text("phoneNumber"), row.Has("fixedNumber"), row.Text("fixedNumber"));

    public void GiveForwarding(string file, ImportRow row) =>
        _forwardings[(KeyOf(row.Text("organisation")!, row.Text("subscription")!), (long)row["kind"]!)] = (file, row.Line, row["isRemoved"] is true ? null : row.Text("target"));

    public async Task CheckAsync(Load load, CancellationToken cancellation)
    {
        if (_services.Count + _forwardings.Count == 0) return;
        var numbers = await NumbersAsync(cancellation);
        foreach (var ((subscription, _), (file, line, target)) in _forwardings)
            if (target is not null && Problem(target, numbers.GetValueOrDefault(subscription)) is { } problem) load.Problems.Add(file, line, "target", problem);
        if (_services.Count == 0) return;
        await foreach (var stored in db.StreamAsync<Forwarding>(SelectForwardings, null, cancellation))
        {
            var subscription = KeyOf(stored.Organisation, stored.Subscription);
            if (_forwardings.ContainsKey((subscription, stored.Kind)) || !_services.TryGetValue(subscription, out var service)) continue;
            if (Problem(stored.Target, numbers.GetValueOrDefault(subscription)) == ForwardingTarget.Self)
                load.Problems.Add(service.File, service.Line, service.Fixed == stored.Target ? "fixedNumber" : "phoneNumber", "ForwardedHere");
        }
    }

    private async Task<Dictionary<string, (string? Phone, string? Fixed)>> NumbersAsync(CancellationToken cancellation)
    {
        var numbers = new Dictionary<string, (string? Phone, string? Fixed)>(StringComparer.Ordinal);
        await foreach (var stored in db.StreamAsync<Numbers>(SelectNumbers, null, cancellation)) numbers[KeyOf(stored.Organisation, stored.Subscription)] = (stored.PhoneNumber, stored.FixedNumber);
        foreach (var (key, given) in _services)
        {
            var stored = numbers.GetValueOrDefault(key);
            numbers[key] = (given.HasPhone ? given.Phone : stored.Phone, given.HasFixed ? given.Fixed : stored.Fixed);
        }

        return numbers;
    }

    private static string? Problem(string target, (string? Phone, string? Fixed) own) => ForwardingTarget.Problem(Number(target), new[] { own.Phone, own.Fixed }.OfType<string>().Select(Number));

    private static PhoneNumber Number(string e164) => PhoneNumber.TryParse(e164, out var number) ? number : default;

    private static string KeyOf(string organisation, string subscription) => References.Key(Kinds.Subscriptions, organisation, subscription);

    /// <summary>What a file says of a service's numbers; it may leave out either.</summary>
    private sealed record Service(string File, long Line, bool HasPhone, string? Phone, bool HasFixed, string? Fixed);

    private sealed record Numbers
    {
        public required string Organisation { get; init; }
        public required string Subscription { get; init; }
        public string? PhoneNumber { get; init; }
        public string? FixedNumber { get; init; }
    }

    private sealed record Forwarding
    {
        public required string Organisation { get; init; }
        public required string Subscription { get; init; }
        public required long Kind { get; init; }
        public required string Target { get; init; }
    }
}
