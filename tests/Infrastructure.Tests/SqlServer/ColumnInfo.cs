namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>A column of the folded schema, as the lint needs it.</summary>
internal sealed record ColumnInfo(string Name, string Type, bool Nullable, bool HasDefault, bool Identity, bool Computed)
{
    public bool ReadOnly => Identity || Computed || Type is "rowversion" or "timestamp";
}
