using Connect.TestKit.Sql;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>What DacFx passes in silence: INSERT's completeness, functions, variables, families of types, grouping.</summary>
internal sealed class StatementLint(IReadOnlyDictionary<string, IReadOnlyList<ColumnInfo>> tables, SqlText statement) : TSqlFragmentVisitor
{
    private readonly HashSet<string> _declared = new(statement.Parameters.Select(p => p.Name), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private readonly TableAliases _aliases = new(tables);

    public List<string> Findings { get; } = [];

    /// <summary>True when the statement must not be given to the model.</summary>
    public bool Blocks { get; private set; }

    public override void ExplicitVisit(TSqlScript node)
    {
        node.AcceptChildren(_aliases);
        base.ExplicitVisit(node);
        // Dapper sends the members of an object that the text names; a hand-made set of parameters may hold too many.
        Findings.AddRange(statement.Parameters.Where(p => !_used.Contains(p.Name)).Select(p => $"lint: the parameter {p.Name} is never used"));
    }

    public override void ExplicitVisit(ProcedureParameter node) { }

    public override void Visit(DeclareVariableElement node) => _declared.Add(node.VariableName.Value);

    public override void Visit(VariableReference node)
    {
        _used.Add(node.Name);
        if (_declared.Contains(node.Name)) return;
        Findings.Add($"lint: the variable {node.Name} is not declared");
        Blocks = true;
    }

    public override void Visit(FunctionCall node)
    {
        if (node.CallTarget is null && SqlServerFunctions.Problem(node.FunctionName.Value, node.Parameters.Count) is { } problem) Findings.Add(problem);
    }

    public override void Visit(BinaryExpression node)
    {
        if (node.BinaryExpressionType == BinaryExpressionType.Concat) Findings.Add("lint: '||' needs SQL Server 2025; use CONCAT");
    }

    public override void Visit(MergeStatement node) => Findings.Add("lint: no MERGE");

    public override void Visit(InsertSpecification node)
    {
        if (node.Target is not NamedTableReference target || !tables.TryGetValue(target.SchemaObject.BaseIdentifier.Value, out var columns)) return;
        var names = node.Columns.Select(c => c.MultiPartIdentifier.Identifiers[^1].Value).ToList();
        if (names.Count == 0) Findings.Add("lint: INSERT without a list of columns");
        if (node.InsertSource is ValuesInsertSource values)
            foreach (var row in values.RowValues) CheckRow(names, columns, row.ColumnValues);
        if (node.InsertSource is SelectInsertSource { Select: { } select } && QueryLint.Width(select) is { } width && width != names.Count)
            Findings.Add($"lint: INSERT lists {names.Count} columns, SELECT yields {width}");
        CheckCompleteness(names, columns);
    }

    public override void Visit(UpdateSpecification node)
    {
        if (node.Target is not NamedTableReference target || _aliases.Columns(target.SchemaObject.BaseIdentifier.Value) is not { } columns) return;
        foreach (var clause in node.SetClauses.OfType<AssignmentSetClause>().Where(clause => clause.Column is not null))
        {
            var column = Named(columns, clause.Column.MultiPartIdentifier.Identifiers[^1].Value);
            if (column?.ReadOnly == true) Findings.Add($"lint: UPDATE of the read-only column {column.Name}");
            CheckType(column, clause.NewValue);
        }
    }

    public override void Visit(BooleanComparisonExpression node)
    {
        CheckType(_aliases.Column(node.FirstExpression), node.SecondExpression);
        CheckType(_aliases.Column(node.SecondExpression), node.FirstExpression);
    }

    public override void Visit(InPredicate node)
    {
        foreach (var value in node.Values) CheckType(_aliases.Column(node.Expression), value);
    }

    public override void Visit(BinaryQueryExpression node) => Findings.AddRange(QueryLint.Problems(node));

    public override void Visit(QuerySpecification node) => Findings.AddRange(QueryLint.Problems(node));

    private void CheckRow(List<string> names, IReadOnlyList<ColumnInfo> columns, IList<ScalarExpression> values)
    {
        if (values.Count != names.Count) Findings.Add($"lint: INSERT lists {names.Count} columns, {values.Count} values");
        for (var i = 0; i < Math.Min(values.Count, names.Count); i++) CheckType(Named(columns, names[i]), values[i]);
    }

    private void CheckCompleteness(List<string> names, IReadOnlyList<ColumnInfo> columns)
    {
        foreach (var column in columns)
        {
            var listed = names.Contains(column.Name, StringComparer.OrdinalIgnoreCase);
            if (listed && column.ReadOnly) Findings.Add($"lint: INSERT into the read-only column {column.Name}");
            if (!listed && column is { Nullable: false, HasDefault: false, ReadOnly: false }) Findings.Add($"lint: INSERT omits the required column {column.Name}");
        }
    }

    private void CheckType(ColumnInfo? column, ScalarExpression value)
    {
        if (column is null || TypeOf(value) is not { } type || SqlTypeRules.Converts(type, column.Type)) return;
        Findings.Add($"lint: {type} does not convert to {column.Name}, which is {column.Type}");
    }

    private string? TypeOf(ScalarExpression value) => value switch
    {
        VariableReference variable => statement.Parameters.FirstOrDefault(p => string.Equals(p.Name, variable.Name, StringComparison.OrdinalIgnoreCase))?.Type,
        IntegerLiteral => "int",
        NumericLiteral => "decimal",
        StringLiteral => "nvarchar",
        _ => null,
    };

    private static ColumnInfo? Named(IReadOnlyList<ColumnInfo> columns, string name) =>
        columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));
}
