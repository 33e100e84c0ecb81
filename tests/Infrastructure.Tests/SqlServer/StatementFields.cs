using System.Reflection;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>Every statement of the product that stands in a static field, found by reflection, with the name a reader looks for.</summary>
internal static class StatementFields
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<(string Name, Stmt Statement)> All { get; } =
    [
        .. typeof(DbSession).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetFields(Static)).SelectMany(Statements),
    ];

    private static IEnumerable<(string, Stmt)> Statements(FieldInfo field)
    {
        var name = $"{field.DeclaringType!.FullName![(nameof(Connect).Length + 1)..]}.{field.Name}";
        if (field.FieldType == typeof(Stmt)) return [(name, (Stmt)field.GetValue(null)!)];
        if (field.FieldType.IsAssignableTo(typeof(IEnumerable<Stmt>)))
            return ((IEnumerable<Stmt>)field.GetValue(null)!).Select((statement, i) => ($"{name}[{i}]", statement));
        return [];
    }
}
