using System.Text.RegularExpressions;
using Connect.TestKit.Sql;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>
/// Parameters of a statement that nobody has issued yet: each takes the type of the column it is compared with or written to,
/// so that every statement of the product binds whether or not a test ran it in this process.
/// </summary>
internal static partial class ParameterTypes
{
    /// <summary>Fits every column: types of what is compared with nothing are not looked at.</summary>
    private const string Unknown = "sql_variant";

    public static SqlText Infer(string name, string sql, IReadOnlyDictionary<string, IReadOnlyList<ColumnInfo>> tables)
    {
        // Dapper expands a list to as many parameters as it has members.
        var expanded = List().Replace(sql, "IN (${name}1, ${name}2)");
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(expanded), out var errors);
        if (errors.Count > 0) return new(name, expanded);
        var aliases = new TableAliases(tables);
        tree.Accept(aliases);
        var types = new Inference(aliases);
        tree.Accept(types);
        return new(name, expanded, [.. types.Types.Select(t => new SqlParam(t.Key, t.Value ?? Unknown))]);
    }

    [GeneratedRegex(@"\bIN\s+(?<name>@\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    private sealed class Inference(TableAliases aliases) : TSqlFragmentVisitor
    {
        private readonly HashSet<string> _own = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, string?> Types { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void Visit(DeclareVariableElement node)
        {
            _own.Add(node.VariableName.Value);
            Types.Remove(node.VariableName.Value);
        }

        public override void Visit(VariableReference node)
        {
            if (!_own.Contains(node.Name)) Types.TryAdd(node.Name, null);
        }

        public override void Visit(BooleanComparisonExpression node)
        {
            Learn(node.FirstExpression, aliases.Column(node.SecondExpression));
            Learn(node.SecondExpression, aliases.Column(node.FirstExpression));
        }

        public override void Visit(InPredicate node)
        {
            foreach (var value in node.Values) Learn(value, aliases.Column(node.Expression));
        }

        public override void Visit(AssignmentSetClause node)
        {
            if (node.Column is not null) Learn(node.NewValue, aliases.Column(node.Column));
        }

        public override void Visit(OffsetClause node)
        {
            Learn(node.OffsetExpression, "int");
            if (node.FetchExpression is not null) Learn(node.FetchExpression, "int");
        }

        private void Learn(ScalarExpression value, ColumnInfo? column)
        {
            if (column is not null) Learn(value, column.Type);
        }

        private void Learn(ScalarExpression value, string type)
        {
            if (value is VariableReference variable && !_own.Contains(variable.Name) && Types.GetValueOrDefault(variable.Name) is null)
                Types[variable.Name] = type is "nvarchar" ? "nvarchar(4000)" : type is "decimal" ? "decimal(38,10)" : type;
        }
    }
}
