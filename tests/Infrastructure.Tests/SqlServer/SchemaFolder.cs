using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>
/// Folds a history of migrations (create, alter, drop, in order) into the CREATE statements of what it ends in. The model of
/// DacFx silently ignores ALTER and DROP, so a dropped column would still bind.
/// </summary>
internal sealed class SchemaFolder
{
    private readonly Dictionary<string, CreateTableStatement> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Table, string Name, TSqlStatement Statement)> _others = [];
    private readonly List<TSqlStatement> _dataSteps = [];

    /// <summary>Statements of the migrations that move data; they bind like any other.</summary>
    public IReadOnlyList<string> DataSteps => [.. _dataSteps.Select(Text)];

    public IReadOnlyList<string> Batches => [.. _tables.Values.Select(Text), .. _others.Select(other => Text(other.Statement))];

    public static SchemaFolder Fold(IEnumerable<string> scripts)
    {
        var folder = new SchemaFolder();
        foreach (var script in scripts)
        {
            var tree = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
            if (errors.Count > 0) throw new InvalidOperationException(string.Join("\n", errors.Select(e => $"{e.Line}: {e.Message}")));
            foreach (var statement in tree.Batches.SelectMany(batch => batch.Statements)) folder.Apply(statement);
        }

        return folder;
    }

    private void Apply(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create: _tables.Add(Name(create.SchemaObjectName), create); break;
            case DropTableStatement drop: foreach (var table in drop.Objects.Select(Name)) Drop(table); break;
            case AlterTableAddTableElementStatement add: Add(_tables[Name(add.SchemaObjectName)].Definition, add.Definition); break;
            case AlterTableAlterColumnStatement alter: Alter(_tables[Name(alter.SchemaObjectName)].Definition, alter); break;
            case AlterTableDropTableElementStatement drop:
                foreach (var element in drop.AlterTableDropTableElements) Drop(_tables[Name(drop.SchemaObjectName)].Definition, element);
                break;
            case CreateIndexStatement index: _others.Add((Name(index.OnName), index.Name.Value, index)); break;
            case DropIndexStatement drop:
                foreach (var index in drop.DropIndexClauses.OfType<DropIndexClause>()) _others.RemoveAll(o => Same(o.Name, index.Index.Value));
                break;
            case InsertStatement or UpdateStatement or DeleteStatement: _dataSteps.Add(statement); break;
            case CreateViewStatement: _others.Add(("", "", statement)); break;
            default: throw new NotSupportedException($"line {statement.StartLine}: {statement.GetType().Name} is not folded yet.");
        }
    }

    private void Drop(string table)
    {
        _tables.Remove(table);
        _others.RemoveAll(other => Same(other.Table, table));
    }

    private static void Add(TableDefinition table, TableDefinition more)
    {
        foreach (var column in more.ColumnDefinitions) table.ColumnDefinitions.Add(column);
        foreach (var constraint in more.TableConstraints) table.TableConstraints.Add(constraint);
    }

    private static void Alter(TableDefinition table, AlterTableAlterColumnStatement alter)
    {
        var column = Column(table, alter.ColumnIdentifier.Value);
        (column.DataType, column.Collation) = (alter.DataType, alter.Collation);
        foreach (var old in column.Constraints.OfType<NullableConstraintDefinition>().ToList()) column.Constraints.Remove(old);
        var nullable = alter.AlterTableAlterColumnOption is AlterTableAlterColumnOption.Null or AlterTableAlterColumnOption.NoOptionDefined;
        column.Constraints.Add(new NullableConstraintDefinition { Nullable = nullable });
    }

    private static void Drop(TableDefinition table, AlterTableDropTableElement element)
    {
        if (element.TableElementType == TableElementType.Column)
        {
            table.ColumnDefinitions.Remove(Column(table, element.Name.Value));
            return;
        }

        Remove(table.TableConstraints, element.Name.Value);
        foreach (var column in table.ColumnDefinitions)
        {
            if (column.DefaultConstraint?.ConstraintIdentifier is { } name && Same(name.Value, element.Name.Value)) column.DefaultConstraint = null;
            Remove(column.Constraints, element.Name.Value);
        }
    }

    private static void Remove(IList<ConstraintDefinition> constraints, string name)
    {
        foreach (var constraint in constraints.Where(c => Same(c.ConstraintIdentifier?.Value, name)).ToList()) constraints.Remove(constraint);
    }

    private static ColumnDefinition Column(TableDefinition table, string name) => table.ColumnDefinitions.Single(c => Same(c.ColumnIdentifier.Value, name));

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;

    private static string Text(TSqlStatement statement)
    {
        new Sql160ScriptGenerator(new SqlScriptGeneratorOptions { KeywordCasing = KeywordCasing.Uppercase }).GenerateScript(statement, out var text);
        return text;
    }
}
