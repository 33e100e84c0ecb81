using Microsoft.Extensions.Configuration;

namespace Connect.Infrastructure.Persistence;

/// <summary>Which engine and where: <c>Database:Provider</c> (<c>Sqlite</c> or <c>SqlServer</c>) and <c>Database:ConnectionString</c>.</summary>
public sealed record DatabaseOptions(DatabaseEngine Engine, string ConnectionString)
{
    public static DatabaseOptions From(IConfiguration configuration, string dataFolder)
    {
        var engine = configuration.GetValue("Database:Provider", DatabaseEngine.Sqlite);
        var connectionString = configuration["Database:ConnectionString"];
        return (engine, connectionString) switch
        {
            (DatabaseEngine.Sqlite, null or "") => Sqlite(Path.Combine(dataFolder, "connect.db")),
            (DatabaseEngine.SqlServer, null or "") => throw new InvalidOperationException("Database:ConnectionString is needed for SQL Server."),
            _ => new(engine, connectionString!),
        };
    }

    public static DatabaseOptions Sqlite(string file) => new(DatabaseEngine.Sqlite, $"Data Source={file};Foreign Keys=True;Default Timeout=30");
}
