using System.Globalization;
using System.Reflection;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Texts;

namespace Connect.Application.Audit;

/// <summary>What the audit log calls things: every message that it keeps has a text <c>AuditActions.{Message}</c>.</summary>
public static class AuditActions
{
    /// <summary>Those that are written when they succeed; of others only refusals are.</summary>
    public static readonly IReadOnlyList<string> Kept =
    [
        .. typeof(AuditActions).Assembly.GetTypes().Where(IsKept).Select(type => type.Name).Order(StringComparer.Ordinal),
    ];

    public static readonly IReadOnlyList<ListChoice> Choices = [.. Kept.Select(name => new ListChoice(name, $"AuditActions.{name}", name))];

    private static readonly HashSet<string> Known = [.. Kept];

    // What is only looked at is told by the part of the portal that it belongs to.
    private static readonly Dictionary<string, string> Looks = typeof(AuditActions).Assembly.GetTypes()
        .Where(type => IsMessage(type, typeof(IQuery<>)))
        .GroupBy(type => type.Name).ToDictionary(same => same.Key, same => same.First().Namespace!.Split('.')[2]);

    /// <summary>As people read it. Of what was asked for and refused it is told what part of the portal it belongs to.</summary>
    public static string Called(string action) => Known.Contains(action) ? Text.Get($"AuditActions.{action}")
        : Looks.TryGetValue(action, out var part) && Text.Find(CultureInfo.CurrentUICulture, $"Audit.Look.{part}") is { } look ? look : Text.Get("AuditActions.Look");

    private static bool IsKept(Type type) => type.GetCustomAttribute<NotAuditedAttribute>() is null
        && (IsMessage(type, typeof(ICommand<>)) || (IsMessage(type, typeof(IQuery<>)) && type.GetCustomAttribute<AuditedAttribute>() is not null));

    private static bool IsMessage(Type type, Type kind) =>
        type is { IsInterface: false, IsAbstract: false } && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == kind);
}
