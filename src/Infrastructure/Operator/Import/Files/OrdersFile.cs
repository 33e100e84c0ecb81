using System.Globalization;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>
/// Orders that came to the operator by other ways than the portal. They are the operator's to change: a load or a report moves them, and what
/// they did to a service comes with the service. Those made in the portal are moved by reports alone.
/// </summary>
internal sealed class OrdersFile(EntityWriter writer, OrderParts parts, References references) : EntityFile(writer)
{
    private static readonly Stmt SelectServices = "SELECT Id, AccountId, UserName, SearchName, IsHidden FROM Subscription";
    private static readonly Stmt SelectOrders = """
        SELECT x.Number, x.ExternalId, o.ExternalId AS Organisation, x.IsLoaded FROM CustomerOrder x JOIN Organisation o ON o.Id = x.OrganisationId
        """;

    // For a single record: what it can clash with, and the service that it names.
    private static readonly Stmt SelectService = $"{SelectServices.Sqlite} WHERE ExternalId IN @ids";
    private static readonly Stmt SelectOrder = $"{SelectOrders.Sqlite} WHERE x.Number IN @ids OR x.ExternalId IN @ids";

    private readonly GivenNumbers _numbers = new();
    private readonly Dictionary<string, long> _keys = new(StringComparer.Ordinal);
    private Dictionary<Guid, ServiceFacts> _services = [];

    public override string Name => Kinds.Orders;
    public override string Description => "Orders that did not come from the portal. An order that was made there is moved by reports of its progress, not by a load.";
    public override TableMap Table { get; } = new("CustomerOrder", ["Id"],
    [
        "OrganisationId", "AccountId", "ExternalId", "Number", "Type", "State", "OrderedById", "OrderedBy", "OrderedAt", "StartsOn", "ExpectedOn", "SentAt", "CancelRequestedAt",
        "EndedAt", "Reason", "SubscriptionId", "ServiceName", "SearchName", "IsHidden", "IsLoaded", "Description", "MonthlyPrice", "OneTimePrice",
    ], hasVersion: true);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the order, unique within the organisation."),
        Column.Organisation().In("OrganisationId"),
        Column.Code("number", 20, "The order number that people read; unique in the whole installation.").Required().In("Number"),
        Column.Reference("account", Kinds.Accounts, "The account that it was made for.").Required().In("AccountId"),
        Column.Reference("subscription", Kinds.Subscriptions, "The service that it is about, where there is one.").In("SubscriptionId"),
        Column.Choice<OrderType>("type", "What it asks for.").Required().In("Type"),
        Column.Choice<OrderState>("state", "Where it stands.").Required().In("State"),
        Column.Text("description", 500, "What was ordered, for people to read.").In("Description"),
        Column.Reference("user", Kinds.Users, "The user of the portal who ordered, if it was one: told by mail when you report how it ends.").In("OrderedById"),
        Column.Text("orderedBy", 200, "Name of whoever ordered.").Required().In("OrderedBy"),
        Column.Instant("orderedAt", "When it was ordered.").Required().In("OrderedAt"),
        Column.Date("startsOn", "The day from which it is to hold; the day it was ordered unless given.").In("StartsOn"),
        Column.Date("expectedOn", "The day on which it is expected to be done.").In("ExpectedOn"),
        Column.Instant("endedAt", "When it was delivered, rejected or cancelled; needed then, and only then.").In("EndedAt"),
        Column.Text("reason", 500, "Why it was rejected or cancelled.").In("Reason"),
        Column.Amount("monthlyPrice", "Kronor a month without VAT.").In("MonthlyPrice"),
        Column.Amount("oneTimePrice", "Kronor once, without VAT.").In("OneTimePrice"),
    ];

    public override async Task PrepareAsync(CancellationToken cancellation) =>
        _services = (await references.ReadAsync<ServiceFacts>(SelectServices, SelectService, cancellation)).ToDictionary(service => service.Id);

    public override void Derive(StoredRow row)
    {
        Call(row);
        row["IsLoaded"] = true;
        row["SentAt"] ??= row["OrderedAt"];
        row["StartsOn"] ??= DayOf(row["OrderedAt"]!);
        row["MonthlyPrice"] ??= 0L;
        row["OneTimePrice"] ??= 0L;
        // What was asked of the operator is answered by what it loads.
        if (row.Differs("State")) row["CancelRequestedAt"] = null;
    }

    // As the service was called when the order came, whatever becomes of it; by another account's name for it nobody looks.
    private void Call(StoredRow row)
    {
        var isOfService = row["SubscriptionId"] is not null;
        if (isOfService && !row.IsNew && !row.Differs("SubscriptionId")) return;
        var service = isOfService ? _services.GetValueOrDefault(row.Id("SubscriptionId")) : null;
        var (name, search) = service?.AccountId == row.Id("AccountId") ? (service.UserName, service.SearchName) : (Shortened(row["Description"] as string), null);
        (row["ServiceName"], row["SearchName"], row["IsHidden"]) = (name, search ?? (name is null ? null : SwedishText.Fold(name)), service?.IsHidden ?? false);
    }

    public override Task AfterWriteAsync(StoredRow row, CancellationToken cancellation) => parts.WriteAsync(row, cancellation);

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        var key = KeyOf(row)!;
        _numbers.Give(load, file, row, key);
        _keys[key] = row.Line;
        var isOpen = row["state"] is (long)OrderState.Received or (long)OrderState.Processing;
        if (isOpen && row["endedAt"] is not null) load.Problems.Add(file, row.Line, "endedAt", "OrderStillOpen");
        if (!isOpen && row["endedAt"] is null) load.Problems.Add(file, row.Line, "endedAt", "Required");
        if (row["endedAt"] is DateTimeOffset ended && ended < (DateTimeOffset)row["orderedAt"]!) load.Problems.Add(file, row.Line, "endedAt", "EndBeforeStart");
    }

    protected override async Task CheckAllAsync(Load load, string file, CancellationToken cancellation)
    {
        foreach (var order in await references.ReadAsync<StoredOrder>(SelectOrders, SelectOrder, cancellation))
        {
            var key = order.ExternalId is null ? null : References.Key(Name, order.Organisation, order.ExternalId);
            if (!order.IsLoaded && key is not null && _keys.TryGetValue(key, out var line)) load.Problems.Add(file, line, "id", "OrderOfPortal", order.Number);
            else _numbers.Meet(load, file, order.Number, order.IsLoaded ? key : null);
        }
    }

    private static string? Shortened(string? text) => text is { Length: > 200 } ? text[..200] : text;

    private static DateOnly DayOf(object instant) => StockholmTime.DayOf(instant is DateTimeOffset at ? at : DateTimeOffset.Parse((string)instant, CultureInfo.InvariantCulture));

    private sealed record ServiceFacts
    {
        public required Guid Id { get; init; }
        public required Guid AccountId { get; init; }
        public required string UserName { get; init; }
        public required string SearchName { get; init; }
        public required bool IsHidden { get; init; }
    }

    private sealed record StoredOrder
    {
        public required string Number { get; init; }
        public string? ExternalId { get; init; }
        public required string Organisation { get; init; }
        public required bool IsLoaded { get; init; }
    }
}
