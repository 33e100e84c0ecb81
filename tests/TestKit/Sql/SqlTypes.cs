using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Connect.TestKit.Sql;

/// <summary>The T-SQL type that SqlClient declares for a parameter.</summary>
internal static class SqlTypes
{
    public static SqlParam Of(DbParameter parameter)
    {
        var name = parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : "@" + parameter.ParameterName;
        return new(name, parameter is SqlParameter sql ? TypeOf(sql) : throw new ArgumentException("Not a parameter of SqlClient.", nameof(parameter)));
    }

    private static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        // A null without a type: nothing is known of it, and nothing said.
        SqlDbType.NVarChar when parameter.Value is null or DBNull && parameter.Size <= 1 => "sql_variant",
        SqlDbType.NVarChar => Sized("nvarchar", 4000, parameter),
        SqlDbType.VarChar => Sized("varchar", 8000, parameter),
        SqlDbType.NChar => Sized("nchar", 4000, parameter),
        SqlDbType.Char => Sized("char", 8000, parameter),
        SqlDbType.VarBinary => Sized("varbinary", 8000, parameter),
        SqlDbType.Binary => Sized("binary", 8000, parameter),
        SqlDbType.Decimal => "decimal(38,10)",
        SqlDbType.DateTime2 => "datetime2(7)",
        SqlDbType.DateTimeOffset => "datetimeoffset(7)",
        SqlDbType.Time => "time(7)",
        SqlDbType.Variant => "sql_variant",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static string Sized(string type, int longest, SqlParameter parameter)
    {
        var size = parameter.Size != 0 ? parameter.Size : parameter.Value switch
        {
            string text => Math.Max(text.Length, 1),
            byte[] bytes => Math.Max(bytes.Length, 1),
            _ => 1,
        };
        return size < 0 || size > longest ? $"{type}(max)" : string.Create(CultureInfo.InvariantCulture, $"{type}({size})");
    }
}
