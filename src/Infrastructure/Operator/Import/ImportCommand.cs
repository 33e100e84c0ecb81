using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Operator;
using Connect.Infrastructure.Commands;
using MediatR;

namespace Connect.Infrastructure.Operator.Import;

/// <summary><c>import FOLDER|ZIP</c>: loads the operator's files; what is wrong is listed, and then nothing is changed.</summary>
internal sealed class ImportCommand(IMediator mediator, CurrentUser user) : IProgramCommand
{
    /// <summary>The command line may load more than an upload.</summary>
    private const long MostUnpackedBytes = 64L * 1024 * 1024 * 1024;

    public string Name => "import";
    public string Usage => "import FOLDER|ZIP            load the operator's data; docs/import.md tells the files";

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        if (arguments is not [var named])
        {
            await output.WriteLineAsync("Name a folder or a zip file: import FOLDER|ZIP");
            return 2;
        }

        var path = CommandPath.Of(named);
        if (!Path.Exists(path))
        {
            await output.WriteLineAsync($"There is no folder or zip file {path}.");
            return 2;
        }

        user.Set(new OperatorIdentity("command line", new HashSet<string> { "import" }));
        var report = await RunAsync(path, new ProgressLines(output), cancellation);
        foreach (var problem in report.Problems) await output.WriteLineAsync(Line(problem));
        if (report.HasMore) await output.WriteLineAsync("There is more of it; the first thousand are listed.");
        foreach (var file in report.Files) await output.WriteLineAsync($"{file.Name}: {ProgressLines.Rows(file.Rows)}, {file.Added} new, {file.Changed} updated, {file.Unchanged} unchanged");
        await output.WriteLineAsync(Summary(report));
        return report.IsApplied ? 0 : 1;
    }

    internal static string Line(ImportProblem problem) =>
        $"{problem.File}{(problem.Line > 0 ? $":{problem.Line}" : "")}{(problem.Column.Length > 0 ? $" {problem.Column}" : "")}{(problem.File.Length > 0 ? ": " : "")}{Text.Get(Text.English, "Import." + problem.Code, [.. problem.Arguments])}";

    private static string Summary(ImportReport report) => report switch
    {
        { IsApplied: false } => "Nothing was changed: mend what is listed and load again.",
        { HasChanges: false } => "Nothing changed: all of it was there already.",
        _ => $"Loaded: {report.Files.Sum(f => f.Added)} new, {report.Files.Sum(f => f.Changed)} updated, {report.Files.Sum(f => f.Unchanged)} unchanged.",
    };

    private async Task<ImportReport> RunAsync(string path, IProgress<ImportProgress> progress, CancellationToken cancellation)
    {
        if (Directory.Exists(path)) return await mediator.Send(new ImportData(new FolderSource(path), progress), cancellation);
        using var zip = new ZipSource(File.OpenRead(path), MostUnpackedBytes);
        return await mediator.Send(new ImportData(zip, progress), cancellation);
    }
}
