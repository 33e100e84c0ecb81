using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>
/// One kind of file that can be loaded. Registered by one line; the order of the registrations is the order of the load.
/// An instance serves one load: the check first, then the application.
/// </summary>
internal interface IImportFile
{
    /// <summary>The file's name without its ending.</summary>
    string Name { get; }

    /// <summary><c>.csv</c>, or <c>.geojson</c> for what has a place on the map.</summary>
    string Extension => ImportSources.Csv;

    string FileName => Name + Extension;

    /// <summary>For the documentation, a sentence.</summary>
    string Description { get; }

    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Reads the whole file and reports what is wrong. Changes nothing.</summary>
    /// <returns>The number of rows.</returns>
    Task<long> CheckAsync(Load load, string file, CancellationToken cancellation);

    /// <summary>Reports what only the load as a whole shows; called when every file has been checked, also for kinds that it has no file of.</summary>
    Task CheckLoadAsync(Load load, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Writes what differs, in chunks, from row <paramref name="skip"/> on.</summary>
    Task<ImportedFile> ApplyAsync(Load load, string file, long skip, CancellationToken cancellation);
}

/// <summary>What a load's files share.</summary>
internal sealed record Load(CsvReading Csv, ProblemList Problems, References References, Chunks Chunks, IProgress<ImportProgress>? Progress)
{
    private const int Step = 10_000;

    public void Tell(string file, bool isChecking, long rows, bool last = false)
    {
        if (last || rows % Step == 0) Progress?.Report(new(file, isChecking, rows));
    }
}
