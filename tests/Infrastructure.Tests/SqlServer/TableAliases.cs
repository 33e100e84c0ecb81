using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>Which table stands behind an alias, and which column behind a name that only one of the tables has.</summary>
internal sealed class TableAliases(IReadOnlyDictionary<string, IReadOnlyList<ColumnInfo>> tables) : TSqlFragmentVisitor
{
    private readonly Dictionary<string, string> _tableOf = new(StringComparer.OrdinalIgnoreCase);

    public override void Visit(NamedTableReference node)
    {
        var table = node.SchemaObject.BaseIdentifier.Value;
        _tableOf[node.Alias?.Value ?? table] = table;
    }

    public IReadOnlyList<ColumnInfo>? Columns(string nameOrAlias) => tables.GetValueOrDefault(_tableOf.GetValueOrDefault(nameOrAlias, nameOrAlias));

    public ColumnInfo? Column(ScalarExpression expression)
    {
        if (expression is not ColumnReferenceExpression { MultiPartIdentifier.Identifiers: { } parts }) return null;
        var candidates = parts.Count > 1
            ? Columns(parts[^2].Value) ?? []
            : _tableOf.Values.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(table => tables.GetValueOrDefault(table) ?? []);
        var found = candidates.Where(column => string.Equals(column.Name, parts[^1].Value, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
