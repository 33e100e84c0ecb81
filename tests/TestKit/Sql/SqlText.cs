namespace Connect.TestKit.Sql;

/// <param name="Type">As it stands in T-SQL: <c>nvarchar(4000)</c>.</param>
internal sealed record SqlParam(string Name, string Type);

/// <summary>A statement as SQL Server would get it, with the types that SqlClient would declare.</summary>
internal sealed record SqlText(string Name, string Sql, params IReadOnlyList<SqlParam> Parameters);
