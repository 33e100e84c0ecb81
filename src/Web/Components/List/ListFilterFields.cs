using System.Globalization;
using Connect.Application.Common.Lists;

namespace Connect.Web.Components.List;

/// <summary>The fields that narrow one column, with what is in force filled in.</summary>
/// <param name="Prefix">Makes ids unique: a column has fields in its pop-up and in the sheet for narrow screens.</param>
public sealed record ListFilterFields(ListView View, ListColumn Column, string Prefix)
{
    private ListFilter? Filter => View.Filters.GetValueOrDefault(Column.Key);

    public string Id => $"{Prefix}-{Column.Key}";

    /// <summary>Operator of a text filter: <c>~ ^ = ! !!</c>.</summary>
    public string Sign => Filter switch
    {
        TextFilter { Match: TextMatch.StartsWith } => "^",
        TextFilter { Match: TextMatch.Equals } => "=",
        EmptyFilter empty => empty.Token,
        _ => "~",
    };

    public string? Text => (Filter as TextFilter)?.Text;
    public string? From => Filter switch { NumberFilter number => Write(number.From), DateFilter date => Write(date.From), _ => Turned?.Split("..")[0] };
    public string? To => Filter switch { NumberFilter number => Write(number.To), DateFilter date => Write(date.To), _ => Turned?.Split("..")[^1] };

    /// <summary>A period that ends before it begins, as it was written: it is no filter, and stands where it was filled in.</summary>
    public string? Turned => View.Request.Problems.FirstOrDefault(problem => problem.Code == "ListFilterTurned" && problem.Field[(problem.Field.IndexOf('.', StringComparison.Ordinal) + 1)..] == Column.Key)?.Arguments[0] as string;

    public bool IsChosen(ListChoice choice) => Filter is ChoiceFilter chosen && chosen.Values.Contains(choice.Value);

    /// <summary>A value as it stands in the address.</summary>
    public static string Token(ListChoice choice) => new ChoiceFilter([choice.Value]).Token;

    public static string TextOf(ListChoice choice) => choice.TextKey is null ? choice.Value : Application.Common.Texts.Text.Get(choice.TextKey);

    private static string? Write(decimal? number) => number?.ToString("0.##", Application.Common.Texts.Text.Reader);

    private static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
