using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>What is wrong inside one query: widths of unions, grouping, aggregates, DISTINCT with another order.</summary>
internal static class QueryLint
{
    private static readonly HashSet<string> Aggregates = new(StringComparer.OrdinalIgnoreCase) { "SUM", "COUNT", "COUNT_BIG", "MIN", "MAX", "AVG", "STRING_AGG" };

    /// <summary>The number of columns a query yields, or null when it says <c>*</c>.</summary>
    public static int? Width(QueryExpression? query) => query switch
    {
        QuerySpecification select => select.SelectElements.Any(e => e is SelectStarExpression) ? null : select.SelectElements.Count,
        QueryParenthesisExpression parenthesis => Width(parenthesis.QueryExpression),
        BinaryQueryExpression binary => Width(binary.FirstQueryExpression),
        _ => null,
    };

    public static IEnumerable<string> Problems(BinaryQueryExpression node)
    {
        if (Width(node.FirstQueryExpression) is { } first && Width(node.SecondQueryExpression) is { } second && first != second)
            yield return $"lint: {node.BinaryQueryExpressionType} of {first} and {second} columns";
    }

    public static IEnumerable<string> Problems(QuerySpecification node)
    {
        if (HasAggregate(node.WhereClause)) yield return "lint: an aggregate in WHERE";
        foreach (var column in Ungrouped(node)) yield return $"lint: {column} is neither grouped nor aggregated";
        foreach (var column in OrderedButNotSelected(node)) yield return $"lint: DISTINCT with ORDER BY {column}, which is not selected";
    }

    private static IEnumerable<string> Ungrouped(QuerySpecification node)
    {
        if (node.GroupByClause is null && !node.SelectElements.Any(HasAggregate)) return [];
        var keys = new ColumnNames();
        node.GroupByClause?.Accept(keys);
        var outputs = new ColumnNames();
        foreach (var element in node.SelectElements) element.Accept(outputs);
        node.HavingClause?.Accept(outputs);
        return outputs.Names.Except(keys.Names);
    }

    private static IEnumerable<string> OrderedButNotSelected(QuerySpecification node)
    {
        if (node.UniqueRowFilter != UniqueRowFilter.Distinct || node.OrderByClause is null || node.SelectElements.Any(e => e is SelectStarExpression)) return [];
        var outputs = node.SelectElements.OfType<SelectScalarExpression>()
            .SelectMany(e => new[] { e.ColumnName?.Value.ToUpperInvariant(), (e.Expression as ColumnReferenceExpression) is { } column ? NameOf(column) : null })
            .ToHashSet();
        return node.OrderByClause.OrderByElements.Select(e => e.Expression).OfType<ColumnReferenceExpression>().Select(NameOf).Where(name => !outputs.Contains(name));
    }

    private static bool IsAggregate(FunctionCall call) => Aggregates.Contains(call.FunctionName.Value) && call.OverClause is null;

    private static bool HasAggregate(TSqlFragment? fragment)
    {
        if (fragment is null) return false;
        var finder = new AggregateFinder();
        fragment.Accept(finder);
        return finder.Found;
    }

    private static string NameOf(ColumnReferenceExpression column) => column.MultiPartIdentifier?.Identifiers[^1].Value.ToUpperInvariant() ?? "*";

    // Queries inside the query are looked at on their own.
    private sealed class AggregateFinder : TSqlFragmentVisitor
    {
        public bool Found { get; private set; }

        public override void ExplicitVisit(ScalarSubquery node) { }

        public override void Visit(FunctionCall node) => Found |= IsAggregate(node);
    }

    private sealed class ColumnNames : TSqlFragmentVisitor
    {
        public HashSet<string> Names { get; } = [];

        public override void ExplicitVisit(ScalarSubquery node) { }

        public override void ExplicitVisit(ExistsPredicate node) { }

        public override void ExplicitVisit(FunctionCall node)
        {
            if (!IsAggregate(node)) base.ExplicitVisit(node);
        }

        public override void Visit(ColumnReferenceExpression node) => Names.Add(NameOf(node));
    }
}
