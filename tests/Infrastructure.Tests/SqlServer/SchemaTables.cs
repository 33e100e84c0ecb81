using Microsoft.SqlServer.Dac.Model;
using ModelColumn = Microsoft.SqlServer.Dac.Model.ColumnType;

namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>Reads tables and columns out of a validated model.</summary>
internal static class SchemaTables
{
    public static IReadOnlyDictionary<string, IReadOnlyList<ColumnInfo>> Read(TSqlModel model)
    {
        var defaults = model.GetObjects(DacQueryScopes.UserDefined, DefaultConstraint.TypeClass)
            .SelectMany(constraint => constraint.GetReferenced(DefaultConstraint.TargetColumn))
            .Select(column => column.Name.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).ToDictionary(
            table => table.Name.Parts[^1],
            table => (IReadOnlyList<ColumnInfo>)[.. table.GetReferenced(Table.Columns).Select(column => Of(column, defaults))],
            StringComparer.OrdinalIgnoreCase);
    }

    private static ColumnInfo Of(TSqlObject column, HashSet<string> defaults) => new(
        column.Name.Parts[^1],
        column.GetReferenced(Column.DataType).FirstOrDefault()?.Name.Parts[^1].ToLowerInvariant() ?? "",
        column.GetProperty<bool>(Column.Nullable),
        defaults.Contains(column.Name.ToString()),
        column.GetProperty<bool>(Column.IsIdentity),
        column.GetMetadata<ModelColumn>(Column.ColumnType) == ModelColumn.ComputedColumn);
}
