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

    /// <summary>As people read it. What was asked for and refused is called alike whatever it was.</summary>
    public static string Called(string action) => Text.Get(Known.Contains(action) ? $"AuditActions.{action}" : "AuditActions.Look");

    private static bool IsKept(Type type) => type is { IsInterface: false, IsAbstract: false } && type.GetCustomAttribute<NotAuditedAttribute>() is null
        && (type.GetCustomAttribute<AuditedAttribute>() is not null || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)));
}
