using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Connect.Infrastructure.Persistence;

public enum DatabaseErrorKind
{
    Other,
    Unique,
    ForeignKey,
    Transient,
}

/// <summary>What the two engines do differently beyond the text of a statement. Kept tiny.</summary>
public abstract class SqlDialect
{
    public abstract DatabaseEngine Engine { get; }

    public static SqlDialect For(DatabaseOptions options) =>
        options.Engine == DatabaseEngine.Sqlite ? new SqliteDialect(options.ConnectionString) : new SqlServerDialect(options.ConnectionString);

    /// <summary>An open connection, set up.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellation);

    public abstract DatabaseErrorKind Classify(DbException exception);

    /// <summary>Ends the statement that runs, where the engine looks at no cancellation while it works.</summary>
    public virtual void Interrupt(DbConnection connection)
    {
    }
}

internal sealed class SqlServerDialect(string connectionString) : SqlDialect
{
    public override DatabaseEngine Engine => DatabaseEngine.SqlServer;

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public override DatabaseErrorKind Classify(DbException exception) => (exception as SqlException)?.Number switch
    {
        2627 or 2601 => DatabaseErrorKind.Unique,
        547 => DatabaseErrorKind.ForeignKey,
        1205 or 1222 or -2 => DatabaseErrorKind.Transient,
        _ => DatabaseErrorKind.Other,
    };
}

internal sealed class SqliteDialect(string connectionString) : SqlDialect
{
    private const int UniqueConstraint = 2067, PrimaryKeyConstraint = 1555, ForeignKeyConstraint = 787, Busy = 5, Locked = 6;

    public override DatabaseEngine Engine => DatabaseEngine.Sqlite;

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        SwedishText.Register(connection);
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    public override void Interrupt(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle }) SQLitePCL.raw.sqlite3_interrupt(handle);
    }

    public override DatabaseErrorKind Classify(DbException exception) => exception is not SqliteException error
        ? DatabaseErrorKind.Other
        : error.SqliteExtendedErrorCode switch
        {
            UniqueConstraint or PrimaryKeyConstraint => DatabaseErrorKind.Unique,
            ForeignKeyConstraint => DatabaseErrorKind.ForeignKey,
            _ => error.SqliteErrorCode is Busy or Locked ? DatabaseErrorKind.Transient : DatabaseErrorKind.Other,
        };
}
