using System.Data.Common;
using System.Runtime.CompilerServices;
using Connect.Application.Common.Ports;
using Dapper;

namespace Connect.Infrastructure.Persistence;

/// <summary>
/// The one class that calls Dapper: a connection and at most one transaction for the length of a scope.
/// Errors of the engine come out as they are; repositories ask <see cref="IsUniqueViolation"/> where a rule hangs on it.
/// </summary>
public sealed class DbSession(SqlDialect dialect, ISqlObserver? observer = null) : ITransactions, IAsyncDisposable
{
    private const int MaxTries = 3;
    private DbConnection? _connection;
    private DbTransaction? _transaction;
    private readonly List<Func<Task>> _afterCommit = [];

    public DatabaseEngine Engine => dialect.Engine;

    /// <summary>How long a statement may run; the engine's own time, 30 seconds, when null. Jobs that add up very many rows take longer before the first comes.</summary>
    public TimeSpan? Patience { get; set; }

    public async Task<int> ExecuteAsync(Stmt statement, object? parameters = null, CancellationToken cancellation = default, [CallerMemberName] string caller = "")
    {
        var command = await CommandAsync(statement, parameters, caller, cancellation);
        return await _connection!.ExecuteAsync(command);
    }

    public async Task<T?> FirstOrDefaultAsync<T>(Stmt statement, object? parameters = null, CancellationToken cancellation = default, [CallerMemberName] string caller = "")
    {
        var command = await CommandAsync(statement, parameters, caller, cancellation);
        return await _connection!.QueryFirstOrDefaultAsync<T>(command);
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(Stmt statement, object? parameters = null, CancellationToken cancellation = default, [CallerMemberName] string caller = "")
    {
        var command = await CommandAsync(statement, parameters, caller, cancellation);
        return (await _connection!.QueryAsync<T>(command)).AsList();
    }

    /// <summary>Rows one at a time, for results that do not fit in memory. The session serves nothing else meanwhile.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(Stmt statement, object? parameters = null, [EnumeratorCancellation] CancellationToken cancellation = default, [CallerMemberName] string caller = "")
    {
        var sql = await PrepareAsync(statement, parameters, caller, cancellation);
        await foreach (var row in _connection!.QueryUnbufferedAsync<T>(sql, parameters, _transaction, Seconds).WithCancellation(cancellation)) yield return row;
    }

    /// <summary>A reader over the rows, for exports that copy column by column. The session serves nothing else until it is closed.</summary>
    public async Task<DbDataReader> ReadAsync(Stmt statement, object? parameters = null, CancellationToken cancellation = default, [CallerMemberName] string caller = "")
    {
        var command = await CommandAsync(statement, parameters, caller, cancellation);
        return await _connection!.ExecuteReaderAsync(command);
    }

    /// <summary>
    /// Many rows of one shape into one table, in the running transaction: a prepared insert on SQLite, inserts of many rows on SQL Server.
    /// The names are ours, never a user's.
    /// </summary>
    public async Task InsertManyAsync(string table, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellation)
    {
        if (_transaction is null) throw new InvalidOperationException("Rows are inserted in a transaction.");
        await BulkInsert.RunAsync(_connection!, _transaction, dialect.Engine, table, columns, rows, observer ?? SqlObservers.Everywhere, cancellation);
    }

    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        if (_transaction is not null) return await work();
        for (var attempt = 1; ; attempt++)
        {
            T result;
            List<Func<Task>> then;
            try
            {
                await OpenAsync(cancellation);
                _transaction = await _connection!.BeginTransactionAsync(cancellation);
                result = await work();
                await _transaction.CommitAsync(CancellationToken.None);
                then = [.. _afterCommit];
            }
            catch (DbException error) when (attempt < MaxTries && dialect.Classify(error) == DatabaseErrorKind.Transient)
            {
                await CloseTransactionAsync();
                await Task.Delay(Random.Shared.Next(20, 200), cancellation);
                continue;
            }
            finally
            {
                await CloseTransactionAsync();
            }

            foreach (var action in then) await action();
            return result;
        }
    }

    /// <summary>Ends the statement that runs; called by another thread than the one that waits for it.</summary>
    public void Interrupt()
    {
        if (_connection is { } open) dialect.Interrupt(open);
    }

    /// <summary>Runs once the transaction has committed, and not when it rolls back. For what may be lost: a crash in between loses it. It does not fail.</summary>
    public async Task AfterCommitAsync(Func<Task> action)
    {
        if (_transaction is null) await action();
        else _afterCommit.Add(action);
    }

    /// <summary>True when a row was refused because its key is taken: somebody else was first.</summary>
    public bool IsUniqueViolation(DbException error) => dialect.Classify(error) == DatabaseErrorKind.Unique;

    public async ValueTask DisposeAsync()
    {
        await CloseTransactionAsync();
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = null;
    }

    private async Task CloseTransactionAsync()
    {
        if (_transaction is not null) await _transaction.DisposeAsync();
        _transaction = null;
        _afterCommit.Clear();
    }

    private int? Seconds => (int?)Patience?.TotalSeconds;

    private async Task OpenAsync(CancellationToken cancellation) => _connection ??= await dialect.OpenAsync(cancellation);

    private async Task<CommandDefinition> CommandAsync(Stmt statement, object? parameters, string caller, CancellationToken cancellation) =>
        new(await PrepareAsync(statement, parameters, caller, cancellation), parameters, _transaction, Seconds, cancellationToken: cancellation);

    private async Task<string> PrepareAsync(Stmt statement, object? parameters, string caller, CancellationToken cancellation)
    {
        observer?.OnStatement(statement, parameters, caller);
        SqlObservers.Everywhere?.OnStatement(statement, parameters, caller);
        await OpenAsync(cancellation);
        return statement.For(dialect.Engine);
    }
}
