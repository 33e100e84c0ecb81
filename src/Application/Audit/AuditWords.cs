using System.Globalization;
using System.Text.RegularExpressions;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Subscriptions.Bulk;

namespace Connect.Application.Audit;

/// <summary>What an entry of the audit log says, as people read it: the log itself keeps the names of the code, which stay the same.</summary>
public static partial class AuditWords
{
    /// <summary>Where the words for the values of a field are; a value is called by the first that knows it.</summary>
    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["Action"] = ["Bulk.Kind."],
        ["Barrings"] = ["Services.Barring."],
        ["CalledNumbers"] = ["Reports.CalledNumbers."],
        ["Every"] = ["Reports.Every."],
        ["Preset"] = ["Reports.Preset."],
        ["Language"] = ["Users.Language."],
        ["List"] = ["Audit.List."],
        ["NoticesOff"] = ["Identity.Notice."],
        ["Period"] = ["Monitoring.Period."],
        ["Priority"] = ["Tickets.Priority."],
        ["Rights"] = ["Users.Right."],
        ["Roles"] = ["Accounts.Role."],
        ["Scopes"] = ["Identity.Scope."],
        ["State"] = ["Orders.State.", "Tickets.State."],
        ["Status"] = ["Services.Status."],
        ["Type"] = ["Tickets.Type."],
        ["Way"] = ["ReplaceSim.Way."],
    };

    private static readonly string Lists = IListExport.KindOf("");

    /// <summary>What kinds of export but lists are called: keys of their texts.</summary>
    private static readonly Dictionary<string, string> Exports = new()
    {
        ["all-traffic"] = "Reports.AllTraffic",
        ["calls"] = "Reports.Calls",
        ["credited"] = "Reports.Credited",
        ["ended-services"] = "Reports.EndedServices",
        ["invoice"] = "Reports.InvoiceSpecification",
        ["invoice-calls"] = "Reports.InvoiceCalls",
        ["monitoring"] = "Monitoring.Title",
        ["orders"] = "Reports.Orders",
        ["services"] = "Reports.Services",
        ["sla"] = "Reports.Sla",
        ["tickets"] = "Reports.Tickets",
        ["traffic"] = "Reports.Traffic",
    };

    /// <param name="field">As in <see cref="AuditChange.Field"/>: <c>contactPerson.name</c>.</param>
    public static string Field(string field) => string.Join(" · ", field.Split('.').Select(part => Text.Find(CultureInfo.CurrentUICulture, $"AuditFields.{Named(part)}") ?? part));

    /// <summary>The value as it was written where there are no words for it.</summary>
    public static string? Value(string field, string? value) => value switch
    {
        null => null,
        "True" => Text.Get("AuditFields.True"),
        "False" => Text.Get("AuditFields.False"),
        _ when Named(field) == "Kind" => Export(value),
        _ when Named(field) == "Forwardings" => string.Join(", ", value.Split("; ").Select(Forwarding)),
        _ when Moment().IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) => Format.Instant(at),
        _ when Values.TryGetValue(Named(field), out var words) => string.Join(", ", value.Split(", ").Select(one => Worded(words, one))),
        _ => value,
    };

    /// <summary>Why something was refused or failed, in the words of the error. What they would mention besides is not kept.</summary>
    public static string Reason(string code) =>
        Text.Find(CultureInfo.CurrentUICulture, $"Errors.{code}") is { } text ? Mentioned().Replace(text, "…") : Text.Get("Audit.ReasonUnknown");

    private static string Export(string kind) => Exports.TryGetValue(kind, out var key) ? Text.Get(key)
        : kind.StartsWith(Lists, StringComparison.Ordinal) ? Worded(Values["List"], kind[Lists.Length..]) : kind;

    // Kind, number and ring time, as the set of a service's forwardings writes them.
    private static string Forwarding(string written)
    {
        if (written.Split(' ') is not [var kind, var number, ..] parts || Text.Find(CultureInfo.CurrentUICulture, $"Services.Forwarding.{kind}") is not { } called) return written;
        var target = number == BulkWish.Nothing ? Text.Get("Bulk.TakenAway") : Text.Get("Services.Forwarding.To", Format.Phone(number));
        return $"{string.Format(CultureInfo.InvariantCulture, called, parts.ElementAtOrDefault(2))} {target}";
    }

    private static string Worded(string[] words, string value) =>
        words.Select(file => Text.Find(CultureInfo.CurrentUICulture, $"{file}{value}")).FirstOrDefault(found => found is not null) ?? value;

    private static string Named(string part) => char.ToUpperInvariant(part[0]) + part[1..];

    /// <summary>As JSON has instants.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Mentioned();
}
