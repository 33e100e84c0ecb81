using Connect.Application.Operator;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>Traffic: read as a stream, whatever its size.</summary>
internal sealed class UsageFile(UsageWriter writer) : IImportFile
{
    public string Name => Kinds.Usage;

    public string Description =>
        "Calls, messages and data sessions. Read as a stream, so that millions of rows fit. A row that is there twice counts once: the later one holds.";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Code("id", 64, "Your id of the record, unique within the subscription.").Required(),
        Column.Organisation(),
        Column.Reference("subscription", Kinds.Subscriptions, "The service.").Required(),
        Column.Reference("account", Kinds.Accounts, "The account that the service belonged to that day; as Connect knows it unless given."),
        Column.Instant("time", "When it started.").Required(),
        Column.Choice<TrafficType>("type", "What it was.").Required(),
        Column.Choice<TrafficDirection>("direction", "Seen from the service.").Required(),
        Column.Choice<TrafficZone>("zone", "Where it went or took place.").Required(),
        Column.Of("country", "two letters, ISO 3166", "The country called or roamed in.", Country),
        Column.Of("number", "phone number in any spelling", "The other party (B number).", FieldReaders.OtherNumber),
        Column.Number("amount", 0, 1_000_000_000_000_000, "Seconds of a call, number of messages, bytes of data.").Required(),
        Column.Amount("charge", "Kronor without VAT; credits are negative.", mayBeNegative: true).Required(),
        Column.Code("invoice", 40, "The invoice it is on; empty until invoiced."),
    ];

    public async Task<long> CheckAsync(Load load, string file, CancellationToken cancellation)
    {
        var rows = 0L;
        await load.References.LoadAsync(Kinds.Organisations, cancellation);
        await load.References.LoadAsync(Kinds.Subscriptions, cancellation);
        await load.References.LoadAsync(Kinds.Accounts, cancellation);
        foreach (var row in load.Csv.Rows(file, Columns))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.IsGood) CheckReferences(load, file, row);
            load.Tell(file, true, ++rows);
        }

        return rows;
    }

    public Task<ImportedFile> ApplyAsync(Load load, string file, long skip, CancellationToken cancellation) =>
        writer.ApplyAsync(load, file, load.Csv.Rows(file, Columns), skip, cancellation);

    private static void CheckReferences(Load load, string file, ImportRow row)
    {
        foreach (var (column, kind) in (ReadOnlySpan<(string, string)>)[("subscription", Kinds.Subscriptions), ("account", Kinds.Accounts)])
            if (row.Text(column) is { } id && load.References.Find(kind, References.Key(kind, row.Text("organisation"), id)) is null)
                load.Problems.Add(file, row.Line, column, "Reference", id, kind);
    }

    private static FieldValue Country(string text) =>
        text.Length == 2 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) ? new(text.ToUpperInvariant()) : new(null, "NotCountry");
}
