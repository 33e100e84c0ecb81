using System.Text.Json;
using Connect.Domain.Users;

namespace Connect.Application.Reports;

/// <summary>
/// One kind of export to Excel, registered by one line. Runs in a job that acts for the user who asked: reach and rights are
/// those the user has when it runs.
/// </summary>
public interface IExport
{
    /// <summary>Stored with each export; never changes.</summary>
    string Kind { get; }

    /// <summary>What it takes to run it and to fetch its file.</summary>
    IReadOnlyList<Right> RightsFor(string parameters);

    /// <summary>What was asked for, in the reader's language, to tell exports of one kind apart.</summary>
    IReadOnlyList<ExportParameter> Describe(string parameters);

    /// <summary>Parameters as they are stored.</summary>
    static string Written<TParameters>(TParameters parameters) => JsonSerializer.Serialize(parameters, JsonSerializerOptions.Web);

    /// <summary>Opens what is to be written, within the reach of the scope's user.</summary>
    Task<ExportSheet> OpenAsync(string parameters, CancellationToken cancellation);
}

public sealed record ExportParameter(string Label, string Value);

/// <param name="Title">Name of the sheet.</param>
/// <param name="Estimate">About how many rows there are, for the progress; null when nobody knows.</param>
/// <param name="WriteAsync">Writes the rows, from the database to the file, one at a time.</param>
public sealed record ExportSheet(string Title, IReadOnlyList<SheetColumn> Columns, long? Estimate, Func<IRowWriter, CancellationToken, Task> WriteAsync)
{
    /// <summary>Stands above the columns; null for a bare list.</summary>
    public SheetHead? Head { get; init; }

    /// <summary>Further sheets of the same file.</summary>
    public IReadOnlyList<ExportSheet> More { get; init; } = [];

    /// <summary>The same with more told above the columns, on every sheet that has a head.</summary>
    public ExportSheet Telling(params IReadOnlyList<ExportParameter> more) => this with
    {
        Head = Head is null ? null : Head with { Asked = [.. Head.Asked, .. more] },
        More = [.. More.Select(sheet => sheet.Telling(more))],
    };
}

/// <summary>What a sheet is, for whoever meets the file without the portal.</summary>
/// <param name="Title">The report's name.</param>
/// <param name="Asked">What was asked for, and in the file whose it is and when it was taken out.</param>
public sealed record SheetHead(string Title, IReadOnlyList<ExportParameter> Asked);

/// <summary>An export whose parameters are a record.</summary>
public abstract class Export<TParameters> : IExport
{
    public abstract string Kind { get; }

    public IReadOnlyList<Right> RightsFor(string parameters) => RightsFor(Read(parameters));

    public IReadOnlyList<ExportParameter> Describe(string parameters) => Describe(Read(parameters));

    public Task<ExportSheet> OpenAsync(string parameters, CancellationToken cancellation) => OpenAsync(Read(parameters), cancellation);

    protected abstract IReadOnlyList<Right> RightsFor(TParameters parameters);

    protected abstract IReadOnlyList<ExportParameter> Describe(TParameters parameters);

    protected abstract Task<ExportSheet> OpenAsync(TParameters parameters, CancellationToken cancellation);

    protected static TParameters Read(string parameters) => JsonSerializer.Deserialize<TParameters>(parameters, JsonSerializerOptions.Web)!;
}

/// <summary>All kinds of export there are.</summary>
public sealed class ExportKinds(IEnumerable<IExport> exports)
{
    /// <summary>The work that writes an export; its subject is the export's id.</summary>
    public const string WorkKind = "reports.export";

    /// <summary>The reason of an export whose user may not see what it tells any more.</summary>
    public const string RightsLost = "ExportRightsLost";

    private readonly Dictionary<string, IExport> _byKind = exports.ToDictionary(export => export.Kind);

    /// <summary>Null for a kind that a later version has dropped.</summary>
    public IExport? Find(string kind) => _byKind.GetValueOrDefault(kind);
}
