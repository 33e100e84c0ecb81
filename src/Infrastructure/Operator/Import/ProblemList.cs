using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Gathers what is wrong with a load, up to a thousand.</summary>
internal sealed class ProblemList
{
    private const int Cap = 1000;
    private readonly List<ImportProblem> _problems = [];

    public IReadOnlyList<ImportProblem> Problems => _problems;

    public bool HasMore { get; private set; }

    public void Add(string file, long line, string column, string code, params object[] arguments)
    {
        if (_problems.Count < Cap) _problems.Add(new(file, line, column, code, arguments));
        else HasMore = true;
    }
}
