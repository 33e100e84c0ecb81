using System.Text.Json;
using Connect.Application.Common.Ports;

namespace Connect.Application.Common.Behaviors;

/// <summary>How a message names what it is about, by the names of its properties and the feature that it belongs to.</summary>
internal static class SubjectNames
{
    private const string Root = "Connect.Application.";
    private const int LongestName = 40;

    private static readonly string[] AskedFor = ["Kind", "List"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DictionaryKeyPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Dictionary<string, string> Numbered = new() { ["Accounts"] = "Account", ["Invoices"] = "Invoice", ["Orders"] = "Order", ["Tickets"] = "Ticket" };

    /// <summary>Null where it names nothing that has a page of its own.</summary>
    public static NamedSubject? Of(object message)
    {
        var feature = message.GetType().Namespace is { } space && space.StartsWith(Root, StringComparison.Ordinal) ? space[Root.Length..] : "";
        if (Value(message, "SubscriptionId") is Guid service) return new("Subscription", service, null);
        if (feature == "Subscriptions" && Value(message, "Id") is Guid shown) return new("Subscription", shown, null);
        if (Numbered.TryGetValue(feature, out var kind) && Text(message, "Number") is { } number) return new(kind, null, number);
        if (Value(message, "UserId") is Guid user) return new("User", user, null);
        return (Text(message, "Account") ?? Text(message, "Parent")) is { } account ? new("Account", null, account) : null;
    }

    /// <summary>The report or the list that it asks for, as JSON; null where it asks for none.</summary>
    public static string? Asked(object message)
    {
        var asked = AskedFor.Select(property => (property, Value: Text(message, property))).Where(one => one.Value is { Length: <= LongestName }).ToDictionary(one => one.property, one => one.Value);
        return asked.Count == 0 ? null : JsonSerializer.Serialize(asked, Json);
    }

    private static string? Text(object message, string property) => Value(message, property) is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static object? Value(object message, string property) => message.GetType().GetProperty(property)?.GetValue(message);
}
