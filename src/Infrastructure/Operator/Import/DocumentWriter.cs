using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Puts documents into the file store, and says in the database which invoice each is of.</summary>
internal sealed class DocumentWriter(DbSession db, IFileStore files, TimeProvider clock)
{
    private static readonly Stmt SelectStored = "SELECT d.FileKey, d.ContentHash FROM InvoiceDocument d WHERE d.InvoiceId = @invoiceId";
    private static readonly Stmt Upsert = Stmt.Upsert("InvoiceDocument", ["InvoiceId"], ["FileKey", "ContentHash", "Size", "LoadedAt"]);

    public async Task<ImportedFile> ApplyAsync(Load load, string file, IEnumerable<ImportRow> rows, long skip, CancellationToken cancellation)
    {
        var (done, added, changed) = (skip, 0L, 0L);
        foreach (var row in rows.Skip((int)skip))
        {
            done++;
            var invoiceId = load.References.Find(Kinds.Invoices, References.Key(Kinds.Invoices, row.Text("organisation"), row.Text("invoice")!))!.Value;
            var (known, name) = (await db.FirstOrDefaultAsync<Stored>(SelectStored, new { invoiceId }, cancellation), row.Text("file")!);
            if (!await WriteAsync(load, file, done, invoiceId, name, known, cancellation)) continue;
            if (known is null) added++;
            else changed++;
            load.Tell(file, false, done, last: true);
        }

        return new(file, done, added, changed);
    }

    private async Task<bool> WriteAsync(Load load, string file, long done, Guid invoiceId, string name, Stored? known, CancellationToken cancellation)
    {
        PdfFile pdf;
        await using (var document = load.Csv.OpenDocument(name)!) pdf = PdfFile.Read(document, long.MaxValue);
        if (known?.ContentHash == pdf.Hash) return false;
        var key = $"documents/{invoiceId:N}/{pdf.Hash[..16]}.pdf";
        await using (var target = await files.CreateAsync(key, cancellation))
        {
            await using var document = load.Csv.OpenDocument(name)!;
            await document.CopyToAsync(target.Stream, cancellation);
            await target.CompleteAsync(cancellation);
        }

        // The file is there before a row speaks of it; the one before goes once none does.
        await load.Chunks.WriteAsync(file, done, () => db.ExecuteAsync(Upsert,
            new { InvoiceId = invoiceId, FileKey = key, ContentHash = pdf.Hash, pdf.Size, LoadedAt = clock.GetUtcNow() }, cancellation), cancellation);
        if (known is not null && known.FileKey != key) await files.DeleteAsync(known.FileKey, cancellation);
        return true;
    }

    private sealed record Stored
    {
        public required string FileKey { get; init; }
        public required string ContentHash { get; init; }
    }
}
