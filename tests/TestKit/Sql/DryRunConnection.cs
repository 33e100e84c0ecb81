using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Connect.TestKit.Sql;

/// <summary>A connection to nothing whose commands are SqlClient's own, so that Dapper and SqlClient choose texts and types as in production; nothing is sent.</summary>
internal sealed class DryRunConnection(Action<DbCommand> issued) : DbConnection
{
    [AllowNull] public override string ConnectionString { get; set; } = "";
    public override string Database => "none";
    public override string DataSource => "none";
    public override string ServerVersion => "16.00.1000";
    public override ConnectionState State => ConnectionState.Open;
    public override void ChangeDatabase(string databaseName) { }
    public override void Open() { }
    public override void Close() { }
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();
    protected override DbCommand CreateDbCommand() => new DryRunCommand(new SqlCommand(), this, issued);
}

internal sealed class DryRunCommand(SqlCommand inner, DbConnection owner, Action<DbCommand> issued) : DbCommand
{
    [AllowNull] public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }
    public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }
    public override CommandType CommandType { get => inner.CommandType; set => inner.CommandType = value; }
    public override bool DesignTimeVisible { get; set; }
    public override UpdateRowSource UpdatedRowSource { get => inner.UpdatedRowSource; set => inner.UpdatedRowSource = value; }
    protected override DbConnection? DbConnection { get => owner; set { } }
    protected override DbParameterCollection DbParameterCollection => inner.Parameters;
    protected override DbTransaction? DbTransaction { get; set; }
    protected override DbParameter CreateDbParameter() => inner.CreateParameter();
    public override void Cancel() { }
    public override void Prepare() { }

    public override int ExecuteNonQuery()
    {
        issued(inner);
        return 0;
    }

    public override object? ExecuteScalar()
    {
        issued(inner);
        return null;
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        issued(inner);
        return new DataTable().CreateDataReader();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
