using System.Globalization;
using Connect.Application.Common.Texts;
using Microsoft.Data.Sqlite;

namespace Connect.Infrastructure.Persistence;

/// <summary>
/// Swedish order and case on SQLite, whose own functions know ASCII only: the collation <c>SV_CI</c> and <c>like</c>,
/// <c>upper</c>, <c>lower</c>. An index with SV_CI is usable by this program only. <c>DATABASE_DEFAULT</c> is the same order under the name that
/// SQL Server has for its own: a statement that chooses between a name and a number there has to say which order the outcome has.
/// </summary>
internal static class SwedishText
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CompareInfo Order = Culture.CompareInfo;

    /// <summary>Of the ICU data behind the order; when it changes, indexes are built anew.</summary>
    public static string CollationVersion => Order.Version.FullVersion.ToString(CultureInfo.InvariantCulture) + "/" + Order.Version.SortId;

    public static void Register(SqliteConnection connection)
    {
        connection.CreateCollation("SV_CI", Compare);
        connection.CreateCollation("DATABASE_DEFAULT", Compare);
        connection.CreateFunction("lower", static (string? text) => text?.ToLower(Culture), isDeterministic: true);
        connection.CreateFunction("upper", static (string? text) => text?.ToUpper(Culture), isDeterministic: true);
        connection.CreateFunction("like", static (string? pattern, string? text) => Like(pattern, text, null), isDeterministic: true);
        connection.CreateFunction("like", static (string? pattern, string? text, string? escape) => Like(pattern, text, escape), isDeterministic: true);
    }

    private static int Compare(string left, string right) => Order.Compare(left, right, CompareOptions.IgnoreCase);

    /// <summary>The folded form that <c>Search…</c> columns hold: lower case, NFC, trimmed.</summary>
    public static string Fold(string text) => text.Normalize().Trim().ToLower(Culture);

    /// <summary>What somebody types to search by: folded, cut to a length that anything worth finding has, without what is no sign of a text.</summary>
    public static string FoldTyped(string? text)
    {
        const int longest = 200;
        return Fold(TypedText.Signs(text, longest));
    }

    private static bool? Like(string? pattern, string? text, string? escape)
    {
        if (pattern is null || text is null) return null;
        var escapeSign = escape is { Length: 1 } ? escape[0] : '\0';
        return Matches(pattern.ToLower(Culture), text.ToLower(Culture), escapeSign);
    }

    // Greedy with one step back to the last %: linear in practice, never exponential.
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, char escape)
    {
        int p = 0, t = 0, afterStar = -1, starText = 0;
        while (t < text.Length)
        {
            var escaped = p + 1 < pattern.Length && pattern[p] == escape && escape != '\0';
            var at = escaped ? p + 1 : p;
            if (p < pattern.Length && !escaped && pattern[p] == '%')
            {
                afterStar = ++p;
                starText = t;
            }
            else if (p < pattern.Length && (pattern[at] == text[t] || (!escaped && pattern[p] == '_')))
            {
                p = at + 1;
                t++;
            }
            else if (afterStar >= 0)
            {
                p = afterStar;
                t = ++starText;
            }
            else return false;
        }

        while (p < pattern.Length && pattern[p] == '%') p++;
        return p == pattern.Length;
    }
}
