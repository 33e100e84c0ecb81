using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Operator;

/// <summary>
/// Loads the operator's data from files. Everything is checked first; a load with anything wrong changes nothing.
/// Sent again, it changes only what differs; broken off, it goes on where it stopped.
/// </summary>
/// <param name="Source">The files.</param>
/// <param name="Progress">Told now and then how far it has come.</param>
[OperatorOnly("import")]
[Audited]
public sealed record ImportData(IImportSource Source, IProgress<ImportProgress>? Progress = null) : ILongCommand<ImportReport>
{
    internal sealed class Handler(IImporter importer) : IRequestHandler<ImportData, ImportReport>
    {
        public Task<ImportReport> Handle(ImportData command, CancellationToken cancellation) =>
            importer.RunAsync(command.Source, command.Progress, cancellation);
    }
}

/// <summary>Checks and applies a load.</summary>
public interface IImporter
{
    Task<ImportReport> RunAsync(IImportSource source, IProgress<ImportProgress>? progress, CancellationToken cancellation);
}

/// <summary>The files of a load: a folder or a zip.</summary>
public interface IImportSource
{
    /// <summary>Names without folder, such as <c>accounts.csv</c>.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>Opens a file from its start; may be called several times, one at a time.</summary>
    Stream Open(string file);

    /// <summary>True for a record that comes alone: what it belongs together with comes before or after it.</summary>
    bool IsSingle => false;

    /// <summary>Names of the documents that lie beside them, and their sizes.</summary>
    IReadOnlyDictionary<string, long> Documents => new Dictionary<string, long>();

    /// <summary>Opens a document of <see cref="Documents"/>; null when there is none of that name.</summary>
    Stream? OpenDocument(string name) => null;
}

/// <param name="File">The file being read.</param>
/// <param name="IsChecking">True in the first pass, which changes nothing.</param>
/// <param name="Rows">Rows done of that file.</param>
public sealed record ImportProgress(string File, bool IsChecking, long Rows);
