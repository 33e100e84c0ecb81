namespace Connect.Application.Operator;

/// <summary>How a load ended. With problems, nothing was changed.</summary>
/// <param name="Files">What was read and written, file by file.</param>
/// <param name="Problems">What is wrong, in the order of the files; the first thousand.</param>
/// <param name="HasMore">True when there were more problems than are listed.</param>
public sealed record ImportReport(IReadOnlyList<ImportedFile> Files, IReadOnlyList<ImportProblem> Problems, bool HasMore)
{
    public bool IsApplied => Problems.Count == 0;

    /// <summary>True when the load brought anything that was not there.</summary>
    public bool HasChanges => Files.Any(file => file.Added + file.Changed > 0);
}

/// <summary>One file's rows: all that were read, and those that made or changed something.</summary>
public sealed record ImportedFile(string Name, long Rows, long Added, long Changed)
{
    /// <summary>Rows that were as stored already.</summary>
    public long Unchanged => Rows - Added - Changed;
}

/// <summary>One thing that is wrong in a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Line">The line where the row starts; the header is line 1. 0 when it is about the file as a whole.</param>
/// <param name="Column">The column's name, or empty when it is about the row.</param>
/// <param name="Code">Stable code; the text is the resource <c>Import.{code}</c>.</param>
/// <param name="Arguments">Values that the text mentions.</param>
public sealed record ImportProblem(string File, long Line, string Column, string Code, params IReadOnlyList<object> Arguments);
