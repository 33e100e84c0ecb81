using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Operator.Import.Files;

// What belongs to a service: each row names the organisation and the subscription.

internal sealed class HandsetsFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.Handsets;
    public override string Description => "Handsets of PBX users.";
    public override TableMap Table { get; } = new("Handset", ["Id"], ["SubscriptionId", "ExternalId", "Kind", "Name"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Id("Your id of the handset, unique within the subscription."),
        Column.Organisation(),
        Column.Reference("subscription", Kinds.Subscriptions, "The PBX user.").Required().In("SubscriptionId"),
        Column.Choice<HandsetKind>("kind", "What it is.").Required().In("Kind"),
        Column.Text("name", 200, "Model or name.").Required().In("Name"),
    ];

    protected override string? KeyOf(ImportRow row) =>
        row.Text("organisation") is { } organisation && row.Text("subscription") is { } subscription && row.Text("id") is { } id
            ? References.Key(Name, $"{organisation}/{subscription}", id) : null;
}

internal sealed class DevicesFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.Devices;
    public override string Description => "The device that the network last saw the subscription's SIM card in.";
    public override TableMap Table { get; } = new("Device", ["SubscriptionId"], ["Model", "Imei", "SeenAt"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Organisation(),
        Column.Reference("subscription", Kinds.Subscriptions, "The service.").Required().In("SubscriptionId"),
        Column.Text("model", 200, "Maker and model.").Required().In("Model"),
        Column.Of("imei", "IMEI, 15 digits", "The device's identity; the last digit is a check digit.", FieldReaders.ImeiOf).Required().In("Imei"),
        Column.Instant("seenAt", "When it was last seen.").Required().In("SeenAt"),
    ];

    protected override bool HasId => false;
    protected override string KeyColumn => "subscription";
    protected override string? KeyOf(ImportRow row) => ServicePart.KeyOf(row);
}

internal sealed class BarringsFile(EntityWriter writer) : EntityFile(writer)
{
    public override string Name => Kinds.Barrings;
    public override string Description => "Active barrings in the mobile network.";
    public override TableMap Table { get; } = new("Barring", ["SubscriptionId", "Kind"], ["Since"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Organisation(),
        Column.Reference("subscription", Kinds.Subscriptions, "The service.").Required().In("SubscriptionId"),
        Column.Choice<BarringKind>("kind", "What is barred.").Required().In("Kind"),
        Column.Instant("since", "When it was set.").Required().In("Since"),
        ServicePart.IsRemoved("barring"),
    ];

    protected override bool HasId => false;
    protected override string KeyColumn => "kind";
    protected override string? KeyOf(ImportRow row) => ServicePart.KeyOf(row, "kind");
    public override bool IsRemoval(ImportRow row) => row["isRemoved"] is true;
}

internal sealed class ForwardingsFile(EntityWriter writer, ForwardingTargets targets) : EntityFile(writer)
{
    private const int Step = 5;

    public override string Name => Kinds.Forwardings;
    public override string Description => "Active call forwardings in the mobile network.";
    public override TableMap Table { get; } = new("CallForwarding", ["SubscriptionId", "Kind"], ["Target", "RingSeconds", "Since"]);

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Organisation(),
        Column.Reference("subscription", Kinds.Subscriptions, "The service.").Required().In("SubscriptionId"),
        Column.Choice<CallForwardingKind>("kind", "When calls are forwarded.").Required().In("Kind"),
        Column.Phone("target", "Where to; not to the service itself, nor to a number that costs extra.").Required().In("Target"),
        Column.Number("ringSeconds", Step, 30, "For noReply: 5 to 30 seconds in steps of 5.").In("RingSeconds"),
        Column.Instant("since", "When it was set.").Required().In("Since"),
        ServicePart.IsRemoved("forwarding"),
    ];

    protected override bool HasId => false;
    protected override string KeyColumn => "kind";
    protected override string? KeyOf(ImportRow row) => ServicePart.KeyOf(row, "kind");
    public override bool IsRemoval(ImportRow row) => row["isRemoved"] is true;

    protected override void CheckRow(Load load, string file, ImportRow row)
    {
        var isNoReply = row["kind"] is (long)CallForwardingKind.NoReply;
        var isRight = row["ringSeconds"] is long seconds ? isNoReply && seconds % Step == 0 : !isNoReply;
        if (!isRight) load.Problems.Add(file, row.Line, "ringSeconds", "RingSeconds");
        targets.GiveForwarding(file, row);
    }

    public override Task CheckLoadAsync(Load load, CancellationToken cancellation) => targets.CheckAsync(load, cancellation);
}

internal static class ServicePart
{
    public static ImportColumn IsRemoved(string what) => Column.Boolean("isRemoved", $"True takes the {what} away. False unless given.");

    public static string? KeyOf(ImportRow row, string? kind = null) =>
        row.Text("organisation") is { } organisation && row.Text("subscription") is { } subscription
            ? $"{organisation}\u001f{subscription}\u001f{(kind is null ? "" : row[kind])}" : null;
}
