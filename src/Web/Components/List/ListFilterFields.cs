using System.Globalization;
using Connect.Application.Common.Lists;

namespace Connect.Web.Components.List;

/// <summary>The fields that narrow one column, with what is in force filled in.</summary>
/// <param name="Prefix">Makes ids unique: a column has fields in its pop-up and in the sheet for narrow screens.</param>
public sealed record ListFilterFields(ListView View, ListColumn Column, string Prefix)
{
    private ListFilter? Filter => View.Filters.GetValueOrDefault(Column.Key);

    private UnreadFilter? Unread => View.Request.Unread.GetValueOrDefault(Column.Key);

    public string Id => $"{Prefix}-{Column.Key}";

    /// <summary>Operator of a text filter: <c>~ ^ = ! !!</c>.</summary>
    public string Sign => Filter switch
    {
        TextFilter { Match: TextMatch.StartsWith } => "^",
        TextFilter { Match: TextMatch.Equals } => "=",
        EmptyFilter empty => empty.Token,
        _ => "~",
    };

    public string? Text => (Filter as TextFilter)?.Text ?? Unread?.From;
    public string? From => Filter switch { NumberFilter number => Write(number.From), DateFilter date => Write(date.From), _ => Unread?.From };
    public string? To => Filter switch { NumberFilter number => Write(number.To), DateFilter date => Write(date.To), _ => Unread?.To };

    /// <summary>Why what was filled in is no filter; null when it is one, or nothing was.</summary>
    public string? Error => Unread is { Problem: var problem } ? Application.Common.Texts.Text.Get($"Errors.{problem.Code}", problem.Arguments) : null;

    /// <summary><c>true</c> for a field whose text is, or is part of, what could not be read; null leaves the attribute out.</summary>
    public string? Invalid(string? typed) => Unread is { Problem: { Arguments: [string wrong, ..] } problem } && typed is not null
        && (problem.Code == "ListFilterTurned" || typed.StartsWith(wrong.TrimEnd('…'), StringComparison.Ordinal)) ? "true" : null;

    public bool IsChosen(ListChoice choice) => Filter is ChoiceFilter chosen && chosen.Values.Contains(choice.Value);

    /// <summary>A value as it stands in the address.</summary>
    public static string Token(ListChoice choice) => new ChoiceFilter([choice.Value]).Token;

    public static string TextOf(ListChoice choice) => choice.TextKey is null ? choice.Value : Application.Common.Texts.Text.Get(choice.TextKey);

    private static string? Write(decimal? number) => number?.ToString("0.##", Application.Common.Texts.Text.Reader);

    private static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
