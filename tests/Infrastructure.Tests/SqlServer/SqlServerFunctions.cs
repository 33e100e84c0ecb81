using System.Globalization;
using System.Text.RegularExpressions;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>The built-in functions that statements may use, with how many arguments they take. DacFx knows none of them.</summary>
internal static partial class SqlServerFunctions
{
    // Dates and "now" are computed in C#, so their functions are left out on purpose.
    private const string Allowed =
        "ABS:1 CEILING:1 FLOOR:1 POWER:2 ROUND:2-3 SIGN:1 " +
        "CHARINDEX:2-3 CONCAT:2-254 CONCAT_WS:3-254 LEN:1 LOWER:1 LTRIM:1-2 REPLACE:3 REPLICATE:2 REVERSE:1 RTRIM:1-2 STRING_AGG:2 STUFF:4 SUBSTRING:3 TRIM:1-2 UPPER:1 DATALENGTH:1 " +
        "ISNULL:2 SCOPE_IDENTITY:0 GREATEST:1-254 LEAST:1-254 " +
        "SUM:1 COUNT:0-1 COUNT_BIG:0-1 MIN:1 MAX:1 AVG:1 " +
        "ROW_NUMBER:0 RANK:0 DENSE_RANK:0 NTILE:1 LAG:1-3 LEAD:1-3 FIRST_VALUE:1 LAST_VALUE:1 " +
        "DB_NAME:0-1 OBJECT_ID:1-2 SERVERPROPERTY:1 DATABASEPROPERTYEX:2";

    private static readonly Dictionary<string, (int Min, int Max)> Known = Allowed.Split(' ').Select(entry => Entry().Match(entry)).ToDictionary(
        match => match.Groups["name"].Value,
        match => (Number(match.Groups["min"].Value), Number(match.Groups["max"].Success ? match.Groups["max"].Value : match.Groups["min"].Value)),
        StringComparer.OrdinalIgnoreCase);

    /// <returns>What is wrong with the call, or null.</returns>
    public static string? Problem(string name, int arguments) =>
        !Known.TryGetValue(name, out var arity) ? $"lint: {name} is not among the SQL Server functions that statements may use"
        : arguments < arity.Min || arguments > arity.Max ? $"lint: {name} takes {arity.Min}–{arity.Max} arguments, got {arguments}"
        : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>\w+):(?<min>\d+)(-(?<max>\d+))?$")]
    private static partial Regex Entry();
}
