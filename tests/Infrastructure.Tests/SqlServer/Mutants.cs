using System.Globalization;
using Connect.TestKit.Sql;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>A statement with one reference to a table or column misspelt, for each that it has.</summary>
internal static class Mutants
{
    public static IEnumerable<SqlText> Of(SqlText statement, IReadOnlyDictionary<string, IReadOnlyList<ColumnInfo>> tables)
    {
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(statement.Sql), out _);
        var names = new References(tables);
        tree.Accept(names);
        // Statements with a common table are bound one by one, which is slow: one mutant each must do.
        foreach (var name in SqlServerVerifier.CommonTable().IsMatch(statement.Sql) ? names.Found.Take(1) : names.Found)
        {
            var sql = statement.Sql.Insert(name.StartOffset + name.Value.Length, "x");
            yield return statement with { Name = string.Create(CultureInfo.InvariantCulture, $"{statement.Name} with {name.Value}x at {name.StartOffset}"), Sql = sql };
        }
    }

    // Columns of tables only: a name that a query gives itself may be spelt as it likes.
    private sealed class References(IReadOnlyDictionary<string, IReadOnlyList<ColumnInfo>> tables) : TSqlFragmentVisitor
    {
        public List<Identifier> Found { get; } = [];

        public override void Visit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier?.Identifiers[^1] is { } column && tables.Values.Any(columns => columns.Any(c => c.Name == column.Value))) Found.Add(column);
        }

        public override void Visit(NamedTableReference node)
        {
            if (tables.ContainsKey(node.SchemaObject.BaseIdentifier.Value)) Found.Add(node.SchemaObject.BaseIdentifier);
        }
    }
}
