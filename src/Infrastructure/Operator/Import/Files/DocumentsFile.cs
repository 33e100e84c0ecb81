using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>The operator's own documents of invoices: PDF files that lie beside the CSV files.</summary>
internal sealed class DocumentsFile(DocumentWriter writer, ImportOptions options) : IImportFile
{
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);

    public string Name => Kinds.Documents;

    public string Description =>
        "Your own documents of invoices: PDF files in the folder or zip, beside the CSV files, at most `Import:MostDocumentMegabytes` (10) each. "
        + "An invoice has one; without one the portal makes the document from the invoice.";

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        Column.Organisation(),
        Column.Reference("invoice", Kinds.Invoices, "The invoice.").Required(),
        Column.Text("file", 200, "Name of the PDF file, without a folder.").Required(),
    ];

    public async Task<long> CheckAsync(Load load, string file, CancellationToken cancellation)
    {
        var rows = 0L;
        await load.References.LoadAsync(Kinds.Organisations, cancellation);
        await load.References.LoadAsync(Kinds.Invoices, cancellation);
        foreach (var row in load.Csv.Rows(file, Columns))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.IsGood) Check(load, file, row);
            load.Tell(file, true, ++rows);
        }

        return rows;
    }

    public Task<ImportedFile> ApplyAsync(Load load, string file, long skip, CancellationToken cancellation) =>
        writer.ApplyAsync(load, file, load.Csv.Rows(file, Columns), skip, cancellation);

    private void Check(Load load, string file, ImportRow row)
    {
        var key = InvoicePart.InvoiceKeyOf(row);
        if (load.References.Find(Kinds.Invoices, key) is null) load.Problems.Add(file, row.Line, "invoice", "Reference", row.Text("invoice")!, Kinds.Invoices);
        else if (!_lines.TryAdd(key, row.Line)) load.Problems.Add(file, row.Line, "invoice", "Duplicate", _lines[key]);
        if (Problem(load, row.Text("file")!) is { } problem) load.Problems.Add(file, row.Line, "file", problem, options.MostDocumentMegabytes);
    }

    private string? Problem(Load load, string name)
    {
        try
        {
            using var document = load.Csv.OpenDocument(name);
            if (document is null) return "DocumentMissing";
            var read = PdfFile.Read(document, options.MostDocumentBytes);
            return read.IsTooLarge ? "DocumentTooLarge" : read.IsPdf ? null : "DocumentNotPdf";
        }
        catch (InvalidDataException)
        {
            return "DocumentNotPdf"; // it does not unpack, or to more than the zip says
        }
    }
}
