namespace Connect.Infrastructure.Tests.SqlServer;

/// <summary>SQL Server's chart of implicit conversions, reduced to families.</summary>
internal static class SqlTypeRules
{
    public static string Bare(string type) => type.Split('(')[0].Trim().ToLowerInvariant();

    /// <summary>True when a value of one type may be assigned to, or compared with, a column of the other.</summary>
    public static bool Converts(string from, string to) => Converts2(Family(Bare(from)), Family(Bare(to)));

    private static bool Converts2(string from, string to) => from == to || (from, to) switch
    {
        ("any", _) or (_, "any") => true,
        ("text", "binary") => false,
        ("text", _) or (_, "text") => true,
        ("number", "datetime") or ("number", "binary") or ("binary", "number") or ("binary", "guid") or ("guid", "binary") => true,
        ("date" or "datetime" or "instant", "date" or "datetime" or "instant") => true,
        ("datetime" or "instant", "time") or ("time", "datetime" or "instant") => true,
        _ => false,
    };

    private static string Family(string type) => type switch
    {
        "" or "sql_variant" => "any",
        "uniqueidentifier" => "guid",
        "datetimeoffset" or "datetime2" => "instant",
        "datetime" or "smalldatetime" => "datetime",
        "bit" or "tinyint" or "smallint" or "int" or "bigint" or "decimal" or "numeric" or "money" or "float" or "real" => "number",
        "nvarchar" or "varchar" or "nchar" or "char" or "sysname" => "text",
        "binary" or "varbinary" or "rowversion" or "timestamp" => "binary",
        _ => type,
    };
}
