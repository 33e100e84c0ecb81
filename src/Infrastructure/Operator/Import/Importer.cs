using System.Security.Cryptography;
using System.Text;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Checks all files of a load, then applies them one after the other.</summary>
internal sealed class Importer(IEnumerable<IImportFile> files, References references, ImportRuns runs, ITransactions transactions, TimeProvider clock) : IImporter
{
    public async Task<ImportReport> RunAsync(IImportSource source, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        // All of it is read here for the first time: an archive that is none, or too large, shows before anything else is done.
        if (HashOf(source) is not { } hash) return new([], [new("", 0, "", "Archive")], false);
        if (source.IsSingle) hash = ImportRuns.None; // one transaction: there is nothing to go on with
        var problems = new ProblemList();
        var load = new Load(new CsvReading(source, problems), problems, references, new Chunks(transactions, runs, clock, hash), progress);
        var given = Given(source, problems);
        foreach (var (kind, file) in given)
        {
            var rows = await kind.CheckAsync(load, file, cancellation);
            load.Tell(file, true, rows, last: true);
        }

        foreach (var kind in files) await kind.CheckLoadAsync(load, cancellation);
        return problems.Problems.Count > 0 ? new([], problems.Ordered([.. given.Select(g => g.File)]), problems.HasMore) : new(await ApplyAsync(load, given, hash, cancellation), [], false);
    }

    private async Task<List<ImportedFile>> ApplyAsync(Load load, List<(IImportFile Kind, string File)> given, string hash, CancellationToken cancellation)
    {
        var stopped = await runs.FindOpenAsync(hash, cancellation);
        var applied = new List<ImportedFile>();
        foreach (var (kind, file) in given.SkipWhile(g => stopped is not null && g.File != stopped.FileName))
        {
            applied.Add(await kind.ApplyAsync(load, file, stopped is not null && file == stopped.FileName ? stopped.RowsApplied : 0, cancellation));
        }

        if (stopped is not null || applied.Exists(f => f.Added + f.Changed > 0)) await runs.EndAsync(hash, cancellation);
        return applied;
    }

    private List<(IImportFile Kind, string File)> Given(IImportSource source, ProblemList problems)
    {
        var kinds = files.ToList();
        var names = string.Join(", ", kinds.Select(k => k.FileName));
        foreach (var file in source.Files.Where(f => !kinds.Exists(k => k.FileName == f))) problems.Add(file, 0, "", "FileUnknown", names);
        foreach (var twice in source.Files.GroupBy(f => f).Where(g => g.Count() > 1)) problems.Add(twice.Key, 0, "", "FileTwice");
        if (source.Files.Count == 0) problems.Add("", 0, "", "NoFiles", names);
        return [.. kinds.Where(k => source.Files.Contains(k.FileName)).Select(k => (k, k.FileName))];
    }

    private static string? HashOf(IImportSource source)
    {
        try
        {
            return Hashed(source);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Hashed(IImportSource source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[131_072];
        foreach (var file in source.Files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            using var stream = source.Open(file);
            for (int read; (read = stream.Read(buffer)) > 0;) hash.AppendData(buffer, 0, read);
        }

        foreach (var (document, size) in source.Documents.OrderBy(document => document.Key, StringComparer.Ordinal)) hash.AppendData(Encoding.UTF8.GetBytes($"{document} {size}\n"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
