using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Connect.Infrastructure.Persistence;

/// <summary>Many rows into one table, as fast as each engine takes them without a special interface.</summary>
internal static class BulkInsert
{
    // SQL Server takes 2 100 parameters and 1 000 row constructors a statement.
    private const int MaxParameters = 2000, MaxRows = 500;

    public static async Task RunAsync(
        DbConnection connection, DbTransaction transaction, DatabaseEngine engine, string table, IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows, ISqlObserver? observer, CancellationToken cancellation)
    {
        observer?.OnStatement(Sql(table, columns, 1), Parameters([new object?[columns.Count]], columns.Count), $"insert into {table}");
        if (engine == DatabaseEngine.Sqlite) Prepared(connection, transaction, table, columns, rows, cancellation);
        else
            foreach (var chunk in rows.Chunk(Math.Min(MaxRows, MaxParameters / columns.Count)))
                await connection.ExecuteAsync(new CommandDefinition(Sql(table, columns, chunk.Length), Parameters(chunk, columns.Count), transaction, cancellationToken: cancellation));
    }

    private static void Prepared(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Sql(table, columns, 1);
        var parameters = columns.Select((_, i) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Name(i);
            command.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = Stored(row[i]);
            command.ExecuteNonQuery();
        }
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => TypeHandlers.Stored(instant),
        _ => value,
    };

    private static DynamicParameters Parameters(IReadOnlyList<IReadOnlyList<object?>> rows, int columns)
    {
        var parameters = new DynamicParameters();
        for (var r = 0; r < rows.Count; r++)
            for (var c = 0; c < columns; c++) parameters.Add(Name(r * columns + c), rows[r][c]);
        return parameters;
    }

    private static string Sql(string table, IReadOnlyList<string> columns, int rows) =>
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES " + string.Join(", ",
            Enumerable.Range(0, rows).Select(r => "(" + string.Join(", ", Enumerable.Range(0, columns.Count).Select(c => Name(r * columns.Count + c))) + ")"));

    private static string Name(int index) => "@p" + index.ToString(CultureInfo.InvariantCulture);
}
