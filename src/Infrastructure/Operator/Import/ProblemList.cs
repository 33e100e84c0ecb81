using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Gathers what is wrong with a load, up to a thousand.</summary>
internal sealed class ProblemList
{
    private const int Cap = 1000;
    private readonly List<ImportProblem> _problems = [];

    public IReadOnlyList<ImportProblem> Problems => _problems;

    /// <summary>File by file, line by line; what is about no known file comes first.</summary>
    public IReadOnlyList<ImportProblem> Ordered(List<string> files) => [.. _problems.OrderBy(problem => files.IndexOf(problem.File)).ThenBy(problem => problem.Line)];

    public bool HasMore { get; private set; }

    public void Add(string file, long line, string column, string code, params object[] arguments)
    {
        if (_problems.Count < Cap) _problems.Add(new(file, line, column, code, arguments));
        else HasMore = true;
    }
}
