using Connect.Infrastructure.Persistence;
using Microsoft.Data.SqlClient;

namespace Connect.TestKit;

/// <summary>
/// Databases on the SQL Server that <see cref="Variable"/> names, one for each test that asks: made with the collation that the product
/// wants, and gone when the test is. The connection's user must be allowed to make databases.
/// </summary>
public static class ServerDatabase
{
    public const string Variable = "CONNECT_TEST_SQLSERVER";

    private static readonly string Run = Guid.NewGuid().ToString("N")[..12];
    private static int _made;

    public static bool IsAvailable => !string.IsNullOrWhiteSpace(ConnectionString);

    private static string? ConnectionString => Environment.GetEnvironmentVariable(Variable);

    internal static DatabaseOptions Create()
    {
        if (!IsAvailable) throw new InvalidOperationException($"{Variable} holds no connection string.");
        var name = $"connect_test_{Run}_{Interlocked.Increment(ref _made)}";
        OnServer($"CREATE DATABASE [{name}] COLLATE Finnish_Swedish_100_CI_AS");
        OnServer($"ALTER DATABASE [{name}] SET READ_COMMITTED_SNAPSHOT ON");
        return new(DatabaseEngine.SqlServer, new SqlConnectionStringBuilder(ConnectionString) { InitialCatalog = name }.ConnectionString);
    }

    internal static void Drop(DatabaseOptions options)
    {
        SqlConnection.ClearAllPools();
        var name = new SqlConnectionStringBuilder(options.ConnectionString).InitialCatalog;
        OnServer($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
        OnServer($"DROP DATABASE [{name}]");
    }

    private static void OnServer(string sql)
    {
        using var connection = new SqlConnection(new SqlConnectionStringBuilder(ConnectionString) { InitialCatalog = "master" }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 120;
        command.ExecuteNonQuery();
    }
}
