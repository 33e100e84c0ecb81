using Connect.Application.Operator;

namespace Connect.Infrastructure.Operator.Import;

/// <summary>Prints how far a load has come, a line now and then.</summary>
internal sealed class ProgressLines(TextWriter output) : IProgress<ImportProgress>
{
    private const long Step = 250_000;
    private (string File, bool IsChecking, long Steps) _last = ("", true, 0);

    public void Report(ImportProgress value)
    {
        var reached = (value.File, value.IsChecking, value.Rows / Step);
        if (reached.Item3 > 0 && reached != _last) output.WriteLine($"{value.File}: {Rows(value.Rows)} {(value.IsChecking ? "checked" : "loaded")}");
        _last = reached;
    }

    internal static string Rows(long count) => count == 1 ? "1 row" : $"{count} rows";
}
