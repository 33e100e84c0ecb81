using Connect.Application.Common.Lists;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Infrastructure.Persistence.Lists;

/// <summary>Turns filters into conditions. Values are parameters always; <c>%</c> and <c>_</c> mean themselves.</summary>
internal sealed class ListCondition(Dictionary<string, object?> parameters)
{
    private const string Never = "1 = 0";
    private int _count;

    public Stmt Of(ListColumn column, ListSqlColumn sql, ListFilter filter)
    {
        var condition = (column.Type, filter) switch
        {
            (ListColumnType.Phone, TextFilter text) => Phone(sql, text),
            (ListColumnType.Phone, EmptyFilter empty) => Both(sql, value => Empty(value, empty), empty.Not ? " OR " : " AND "),
            (_, TextFilter) when sql.Other is { } other => Join([Of(column, sql with { Other = null }, filter), Of(column, other, filter)], " OR "),
            (_, TextFilter text) when sql.Number is { } number => Join([Text(sql, text), Text(new(number), text)], " OR "),
            (_, TextFilter text) => Text(sql, text),
            (ListColumnType.Text, EmptyFilter empty) => Empty(sql.Expression, empty),
            (_, EmptyFilter empty) => sql.Expression + (empty.Not ? " IS NOT NULL" : " IS NULL"),
            (_, ChoiceFilter choice) => Choice(column, sql, choice),
            (_, NumberFilter number) => Number(column, sql, number),
            (_, DateFilter date) => Date(column, sql, date),
            _ => throw new InvalidOperationException($"{filter.GetType().Name} does not fit {column.Key}."),
        };
        return sql.Within is null ? condition : new Stmt(string.Format(null, sql.Within, condition.Sqlite), string.Format(null, sql.Within, condition.SqlServer));
    }

    private Stmt Text(ListSqlColumn sql, TextFilter filter)
    {
        if (filter.Match == TextMatch.Equals) return $"{sql.Expression} = {Parameter(filter.Text)}";
        if (sql.Folded is { } folded) return Position(folded, Parameter(SwedishText.Fold(filter.Text)), filter.Match == TextMatch.StartsWith ? "= 1" : "> 0");
        var pattern = string.Concat(filter.Text.Select(sign => sign is '\\' or '%' or '_' or '[' ? $"\\{sign}" : sign.ToString())) + "%";
        return $@"{sql.Expression} LIKE {Parameter(filter.Match == TextMatch.Contains ? "%" + pattern : pattern)} ESCAPE '\'";
    }

    private Stmt Phone(ListSqlColumn sql, TextFilter filter)
    {
        if (filter.Match == TextMatch.Equals)
        {
            if (!PhoneNumber.TryParse(filter.Text, out var number)) return Never;
            var whole = Parameter(number.E164);
            return Both(sql, value => $"{value} = {whole}", " OR ");
        }

        var parts = PhoneParts(filter).Select(part => (part.Start, Name: Parameter(part.Digits))).ToList();
        if (parts.Count == 0) return Never;
        return Both(sql, value => Join(parts.Select(part => Position(value, part.Name, part.Start ? "= 1" : "> 0")), " OR "), " OR ");
    }

    /// <summary>Numbers are stored as +46…; people write 070…, 0046… or a part from the middle.</summary>
    private static IEnumerable<(bool Start, string Digits)> PhoneParts(TextFilter filter)
    {
        var digits = string.Concat(filter.Text.Where(char.IsAsciiDigit));
        if (digits.Length == 0) yield break;
        if (filter.Text.TrimStart().StartsWith('+')) yield return (true, "+" + digits);
        else if (digits.StartsWith("00", StringComparison.Ordinal)) yield return (true, "+" + digits[2..]);
        else
        {
            if (digits[0] == '0') yield return (true, "+46" + digits[1..]);
            if (filter.Match == TextMatch.Contains) yield return (false, digits);
            else if (digits[0] != '0') yield return (true, "+" + digits);
        }
    }

    private Stmt Choice(ListColumn column, ListSqlColumn sql, ChoiceFilter filter)
    {
        var stored = filter.Values.Select(value => column.Choices.FirstOrDefault(choice => choice.Value == value)?.Stored ?? value);
        var seek = sql.Seek is null ? "" : sql.Seek(filter.Values) + " AND ";
        return $"{seek}{sql.Expression} IN ({string.Join(", ", stored.Select(value => Parameter(value is Enum number ? Convert.ToInt32(number, null) : value)))})";
    }

    private Stmt Number(ListColumn column, ListSqlColumn sql, NumberFilter filter)
    {
        var unit = column.Type == ListColumnType.Money ? Money.PerKrona : 1;
        return Range(sql, filter.From is { } from ? (long)decimal.Ceiling(from * unit) : null, filter.To is { } to ? (long)decimal.Floor(to * unit) : null, "<=");
    }

    private Stmt Date(ListColumn column, ListSqlColumn sql, DateFilter filter) => column.Type == ListColumnType.Date
        ? Range(sql, filter.From, filter.To, "<=")
        : Range(sql, filter.From is { } from ? StockholmTime.StartOf(from) : null, filter.To is { } to ? StockholmTime.StartOf(to.AddDays(1)) : null, "<");

    private string Range(ListSqlColumn sql, object? from, object? to, string below) => string.Join(" AND ", new[]
    {
        from is null ? null : $"{sql.Expression} >= {Parameter(from)}",
        to is null ? null : $"{sql.Expression} {below} {Parameter(to)}",
    }.OfType<string>());

    private static Stmt Empty(string value, EmptyFilter filter) => filter.Not ? $"{value} <> ''" : $"({value} IS NULL OR {value} = '')";

    private static Stmt Position(string value, string parameter, string relation) =>
        new($"instr({value}, {parameter}) {relation}", $"CHARINDEX({parameter}, {value}) {relation}");

    private static Stmt Both(ListSqlColumn sql, Func<string, Stmt> condition, string how) =>
        sql.OtherNumber is { } other ? Join([condition(sql.Expression), condition(other)], how) : condition(sql.Expression);

    private static Stmt Join(IEnumerable<Stmt> conditions, string how)
    {
        var all = conditions.ToList();
        return new($"({string.Join(how, all.Select(c => c.Sqlite))})", $"({string.Join(how, all.Select(c => c.SqlServer))})");
    }

    private string Parameter(object value)
    {
        var name = $"f{_count++}";
        parameters[name] = value;
        return "@" + name;
    }
}
