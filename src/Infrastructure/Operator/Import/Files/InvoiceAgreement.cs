using Connect.Domain.Common;
using Connect.Domain.Invoices;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>Whether invoices and their lines add up as they will be after the load, and have numbers of their own.</summary>
internal sealed class InvoiceAgreement(DbSession db)
{
    private const int AtOnce = 400;
    private static readonly Stmt SelectInvoices = "SELECT Id, NetAmount, VatAmount FROM Invoice WHERE Id IN @ids";
    private static readonly Stmt SelectLines = "SELECT InvoiceId, ExternalId, Amount, VatPercent FROM InvoiceLine WHERE InvoiceId IN @ids";
    private static readonly Stmt SelectNumbers = """
        SELECT i.Number, o.ExternalId AS Organisation, i.ExternalId FROM Invoice i JOIN Organisation o ON o.Id = i.OrganisationId WHERE i.Number IN @numbers
        """;

    private readonly Dictionary<string, Sheet> _sheets = new(StringComparer.Ordinal);

    /// <param name="key">The invoice's.</param>
    public void GiveInvoice(string key, string file, long line, Money net, Money vat)
    {
        var sheet = SheetOf(key);
        (sheet.File, sheet.Line, sheet.Column, sheet.Net, sheet.Vat) = (file, line, "netAmount", net, vat);
    }

    /// <param name="key">The invoice's.</param>
    /// <param name="amount">With its VAT; null when the line is taken away.</param>
    public void GiveLine(string key, string file, long line, string id, (Money Amount, int Percent)? amount)
    {
        var sheet = SheetOf(key);
        sheet.Lines[id] = amount;
        if (sheet.LinesFile is null) (sheet.LinesFile, sheet.FirstLine) = (file, line);
    }

    /// <summary>Of a whole load: a line that comes alone cannot add up to an invoice whose others are still to come.</summary>
    public async Task CheckAsync(Load load, CancellationToken cancellation)
    {
        if (load.Csv.IsSingle) return;
        foreach (var part in _sheets.Chunk(AtOnce))
        {
            var known = part.Select(pair => (pair.Value, Id: load.References.Find(Kinds.Invoices, pair.Key))).Where(pair => pair.Id is not null).ToDictionary(pair => pair.Id!.Value, pair => pair.Value);
            var ids = known.Keys.ToArray();
            foreach (var stored in await db.ListAsync<StoredInvoice>(SelectInvoices, new { ids }, cancellation))
            {
                known[stored.Id].Net ??= stored.NetAmount;
                known[stored.Id].Vat ??= stored.VatAmount;
            }

            foreach (var stored in await db.ListAsync<StoredLine>(SelectLines, new { ids }, cancellation))
                known[stored.InvoiceId].Lines.TryAdd(stored.ExternalId, (stored.Amount, stored.VatPercent));
            foreach (var (_, sheet) in part) Check(load, sheet);
        }
    }

    /// <summary>Invoice numbers that another invoice of the database has.</summary>
    public async Task CheckNumbersAsync(Load load, string file, GivenNumbers numbers, CancellationToken cancellation)
    {
        foreach (var part in numbers.All.Chunk(AtOnce))
        {
            foreach (var stored in await db.ListAsync<StoredNumber>(SelectNumbers, new { numbers = part }, cancellation))
                numbers.Meet(load, file, stored.Number, References.Key(Kinds.Invoices, stored.Organisation, stored.ExternalId));
        }
    }

    // Lines may come in a later load than their invoice: one without any is left alone.
    private static void Check(Load load, Sheet sheet)
    {
        var lines = sheet.Lines.Values.OfType<(Money Amount, int Percent)>().ToList();
        if (lines.Count == 0 || sheet.Net is not { } net || sheet.Vat is not { } vat) return;
        var sum = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        var (file, line, column) = sheet.LinesFile is { } given ? (given, sheet.FirstLine, "amount") : (sheet.File!, sheet.Line, sheet.Column);
        if (sum != net) load.Problems.Add(file, line, column, "LinesSum", sum.Kronor, net.Kronor);
        else if (!InvoiceSums.VatAgrees(lines, vat)) load.Problems.Add(file, line, sheet.LinesFile is null ? "vatAmount" : "vatPercent", "LinesVat", vat.Kronor);
    }

    private Sheet SheetOf(string key) => _sheets.TryGetValue(key, out var sheet) ? sheet : _sheets[key] = new Sheet();

    private sealed class Sheet
    {
        public string? File { get; set; }
        public long Line { get; set; }
        public string Column { get; set; } = "";
        public Money? Net { get; set; }
        public Money? Vat { get; set; }
        public string? LinesFile { get; set; }
        public long FirstLine { get; set; }
        public Dictionary<string, (Money Amount, int Percent)?> Lines { get; } = new(StringComparer.Ordinal);
    }

    private sealed record StoredInvoice
    {
        public Guid Id { get; init; }
        public Money NetAmount { get; init; }
        public Money VatAmount { get; init; }
    }

    private sealed record StoredLine
    {
        public Guid InvoiceId { get; init; }
        public string ExternalId { get; init; } = "";
        public Money Amount { get; init; }
        public int VatPercent { get; init; }
    }

    private sealed record StoredNumber
    {
        public string Number { get; init; } = "";
        public string Organisation { get; init; } = "";
        public string ExternalId { get; init; } = "";
    }
}
