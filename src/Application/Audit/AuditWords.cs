using System.Globalization;
using Connect.Application.Common.Texts;

namespace Connect.Application.Audit;

/// <summary>What an entry of the audit log says, as people read it: the log itself keeps the names of the code, which stay the same.</summary>
public static class AuditWords
{
    /// <summary>Where the words for the values of a field are; a value is called by the first that knows it.</summary>
    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["Action"] = ["Bulk.Kind."],
        ["Barrings"] = ["Services.Barring."],
        ["CalledNumbers"] = ["Reports.CalledNumbers."],
        ["Every"] = ["Reports.Every."],
        ["Preset"] = ["Reports.Preset."],
        ["List"] = ["Audit.List."],
        ["Priority"] = ["Tickets.Priority."],
        ["Rights"] = ["Users.Right."],
        ["Roles"] = ["Accounts.Role."],
        ["Scopes"] = ["Identity.Scope."],
        ["State"] = ["Orders.State.", "Tickets.State."],
        ["Status"] = ["Services.Status."],
        ["Type"] = ["Tickets.Type."],
        ["Way"] = ["ReplaceSim.Way."],
    };

    /// <param name="field">As in <see cref="AuditChange.Field"/>: <c>contactPerson.name</c>.</param>
    public static string Field(string field) => string.Join(" · ", field.Split('.').Select(part => Text.Find(CultureInfo.CurrentUICulture, $"AuditFields.{Named(part)}") ?? part));

    /// <summary>The value as it was written where there are no words for it.</summary>
    public static string? Value(string field, string? value) => value switch
    {
        null => null,
        "True" => Text.Get("AuditFields.True"),
        "False" => Text.Get("AuditFields.False"),
        _ when Values.TryGetValue(Named(field), out var words) => string.Join(", ", value.Split(", ").Select(one => Worded(words, one))),
        _ => value,
    };

    /// <summary>Why something was refused or failed: the words of the error, or its code when they would lack a part.</summary>
    public static string Reason(string code) =>
        Text.Find(CultureInfo.CurrentUICulture, $"Errors.{code}") is { } text && !text.Contains('{', StringComparison.Ordinal) ? text : code;

    private static string Worded(string[] words, string value) =>
        words.Select(file => Text.Find(CultureInfo.CurrentUICulture, $"{file}{value}")).FirstOrDefault(found => found is not null) ?? value;

    private static string Named(string part) => char.ToUpperInvariant(part[0]) + part[1..];
}
