namespace Connect.Application.Common.Lists;

/// <summary>What a column holds; it decides the filter that is offered, how a cell is written and how it goes to Excel.</summary>
public enum ListColumnType
{
    /// <summary>Text in Swedish order, upper and lower case alike.</summary>
    Text,

    /// <summary>One of a number of values.</summary>
    Choice,

    /// <summary>A whole or decimal number.</summary>
    Number,

    /// <summary>An amount; filtered in kronor.</summary>
    Money,

    /// <summary>A Swedish local day.</summary>
    Date,

    /// <summary>An instant; filtered by Swedish local days.</summary>
    Instant,

    /// <summary>A telephone number as E.164; found in any spelling.</summary>
    Phone,
}

/// <summary>Where a column stands when a row becomes a card on a narrow screen.</summary>
public enum CardRole
{
    /// <summary>With its label, below the title.</summary>
    Field,

    /// <summary>The card's heading.</summary>
    Title,

    /// <summary>Beside the heading, without a label: a status.</summary>
    Badge,

    /// <summary>Not on cards.</summary>
    Hidden,
}

/// <summary>How good or bad a value is, for its colour.</summary>
public enum ListTone
{
    Neutral,
    Good,
    Warning,
    Bad,

    /// <summary>Neither good nor bad, and under way.</summary>
    Info,
}

/// <summary>One of the values of a choice column.</summary>
/// <param name="Value">As in the query string.</param>
/// <param name="TextKey">Key of the value's text; null when the value is its own text (a product's name).</param>
/// <param name="Stored">As in the database; null when that is <paramref name="Value"/>.</param>
public sealed record ListChoice(string Value, string? TextKey = null, object? Stored = null, ListTone Tone = ListTone.Neutral);

/// <summary>A column of a list: the one description that the page, the API, the SQL and the export read.</summary>
/// <param name="Key">Its name in the query string.</param>
/// <param name="TextKey">Key of its heading.</param>
public record ListColumn(string Key, string TextKey, ListColumnType Type)
{
    public bool Sortable { get; init; } = true;
    public bool Filterable { get; init; } = true;
    public CardRole Card { get; init; } = CardRole.Field;

    /// <summary>Instants are told to the second.</summary>
    public bool ToTheSecond { get; init; }

    /// <summary>The values of a choice column that are known beforehand; empty when they come from the data.</summary>
    public IReadOnlyList<ListChoice> Choices { get; init; } = [];

    public bool IsOpenChoice => Type == ListColumnType.Choice && Choices.Count == 0;
    public bool IsText => Type is ListColumnType.Text or ListColumnType.Phone;
    public bool IsNumeric => Type is ListColumnType.Number or ListColumnType.Money;
}

/// <summary>A column and how its cell is read from a row.</summary>
public sealed record ListColumn<TRow>(string Key, string TextKey, ListColumnType Type, Func<TRow, object?> Read) : ListColumn(Key, TextKey, Type);
