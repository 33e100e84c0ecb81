namespace Connect.Infrastructure.Operator.Import.Files;

/// <summary>The numbers that people read of the rows of a file: no two rows have the same, in the file or in the database.</summary>
internal sealed class GivenNumbers
{
    private readonly Dictionary<string, (string Key, long Line)> _given = new(StringComparer.Ordinal);

    public IEnumerable<string> All => _given.Keys;

    /// <param name="key">The row's.</param>
    public void Give(Load load, string file, ImportRow row, string key)
    {
        var number = row.Text("number")!;
        if (!_given.TryAdd(number, (key, row.Line))) load.Problems.Add(file, row.Line, "number", "Taken", _given[number].Line);
    }

    /// <summary>A row of the database has it, which may be the very one.</summary>
    /// <param name="key">The stored row's; null when no row of a file can be it.</param>
    public void Meet(Load load, string file, string number, string? key)
    {
        if (_given.TryGetValue(number, out var given) && given.Key != key) load.Problems.Add(file, given.Line, "number", "Taken", 0L);
    }
}
