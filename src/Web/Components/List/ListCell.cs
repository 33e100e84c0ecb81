using System.Text.Encodings.Web;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Domain.Common;
using Microsoft.AspNetCore.Html;

namespace Connect.Web.Components.List;

/// <summary>A cell as people read it.</summary>
/// <param name="Tone">Class of a pill; null when the text stands plain.</param>
public sealed record ListCell(string Text, string? Tone = null)
{
    private const int Long = 48;

    // Longer than Kontoadministratör; an e-mail address most often is.
    private const int LongWord = 20;

    /// <summary>More than a column has room for.</summary>
    public bool IsLong => Text.Length > Long;

    /// <summary>An address is parted behind its @ first, where it has no room on one line.</summary>
    public IHtmlContent Written(HtmlEncoder encoder)
    {
        var text = encoder.Encode(Text);
        return new HtmlString(HasLongWord ? text.Replace("@", "@<wbr>", StringComparison.Ordinal) : text);
    }

    private bool HasLongWord => Text.Length > LongWord && Text.Split(' ').Any(word => word.Length > LongWord);

    public static ListCell Of(ListColumn column, object? value) => value switch
    {
        null => new(""),
        Money money => new(Format.Money(money)),
        DateOnly day => new(Format.Day(day)),
        DateTimeOffset instant => new(column.ToTheSecond ? Format.Second(instant) : Format.Instant(instant)),
        long or int => new(Format.Number(Convert.ToInt64(value, null))),
        _ when column.Type == ListColumnType.Phone => new(Format.Phone((string)value)),
        _ when column is { Type: ListColumnType.Choice, IsOpenChoice: false } => Choice(column, value),
        _ => new(value.ToString() ?? ""),
    };

    public static string Class(ListColumn column, ListCell cell) => string.Join(' ', new[]
    {
        column.IsNumeric ? "is-number" : null,
        column.Type is ListColumnType.Phone or ListColumnType.Date or ListColumnType.Instant || column.IsNumeric ? "is-one-line" : null,
        cell.Text.Length == 0 ? "is-blank" : null,
        cell.HasLongWord ? "has-long-word" : null,
        column.Card switch { CardRole.Title => column.Key == "number" ? "is-title is-code" : "is-title", CardRole.Badge => "is-badge", CardRole.Hidden => "is-wide-only", _ => null },
    }.OfType<string>());

    /// <summary>What stands beside it on a card; null where nothing does: a title, a badge, nothing at all.</summary>
    public static string? Label(ListColumn column, ListCell cell) => column.Card == CardRole.Field && cell.Text.Length > 0 ? ListView.Label(column) : null;

    private static ListCell Choice(ListColumn column, object value)
    {
        var choice = column.Choices.FirstOrDefault(choice => Equals(choice.Stored ?? choice.Value, value));
        if (choice?.TextKey is null) return new(value.ToString() ?? "");
        return new(Application.Common.Texts.Text.Get(choice.TextKey), column.Card != CardRole.Badge && choice.Tone is not (ListTone.Bad or ListTone.Warning) ? null : choice.Tone switch
        {
            ListTone.Good => "is-ok",
            ListTone.Warning => "is-warn",
            ListTone.Bad => "is-bad",
            ListTone.Info => "is-info",
            _ => "is-mute",
        });
    }
}
