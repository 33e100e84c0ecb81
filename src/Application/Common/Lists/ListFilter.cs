using System.Globalization;

namespace Connect.Application.Common.Lists;

/// <summary>What a column is narrowed to. <see cref="Token"/> is its spelling in the query string.</summary>
public abstract record ListFilter
{
    public abstract string Token { get; }

    /// <summary>Puts <c>\</c> before each sign that would mean something else.</summary>
    private protected static string Escape(string text, string signs) =>
        string.Concat(text.Select(sign => sign == '\\' || signs.Contains(sign) ? $"\\{sign}" : sign.ToString()));
}

public enum TextMatch
{
    Contains,
    StartsWith,
    Equals,
}

/// <summary>Text or a telephone number: <c>~part</c>, <c>^start</c> or <c>=whole</c>.</summary>
public sealed record TextFilter(TextMatch Match, string Text) : ListFilter
{
    public override string Token => Match switch { TextMatch.StartsWith => "^", TextMatch.Equals => "=", _ => "~" } + Escape(Text, "");
}

/// <summary>Nothing there (<c>!</c>), or something (<c>!!</c>).</summary>
public sealed record EmptyFilter(bool Not = false) : ListFilter
{
    public override string Token => Not ? "!!" : "!";
}

/// <summary>One of several values: <c>active,barred</c>. None at all is no filter, also where a preset would be on.</summary>
public sealed record ChoiceFilter(IReadOnlyList<string> Values) : ListFilter
{
    public override string Token => string.Join(',', Values.Select(value => Escape(value, ",!")));

    public bool Equals(ChoiceFilter? other) => other is not null && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Token.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Numbers from and to, both included: <c>100..200</c>, <c>100..</c>, <c>..200</c>, <c>150</c>. Amounts in kronor.</summary>
public sealed record NumberFilter(decimal? From, decimal? To) : ListFilter
{
    public override string Token => From == To ? Write(From) : $"{Write(From)}..{Write(To)}";

    private static string Write(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Swedish local days from and to, both included: <c>2026-01-01..2026-06-30</c>.</summary>
public sealed record DateFilter(DateOnly? From, DateOnly? To) : ListFilter
{
    public override string Token => From == To ? Write(From) : $"{Write(From)}..{Write(To)}";

    private static string Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Explicitly none: takes a preset off one column (<c>f.status=</c>).</summary>
public sealed record NoFilter : ListFilter
{
    public override string Token => "";
}
