using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests;

/// <summary>
/// Both engines: a class of repository tests takes the engine, and two classes of one line stand below it, one for each. On SQL Server
/// its tests run where <c>CONNECT_TEST_SQLSERVER</c> holds a connection string; elsewhere they show as skipped.
/// </summary>
internal static class Engines
{
    public static DatabaseEngine Available(DatabaseEngine engine)
    {
        Assert.SkipUnless(engine == DatabaseEngine.Sqlite || ServerDatabase.IsAvailable, $"{ServerDatabase.Variable} holds no connection string to a SQL Server.");
        return engine;
    }
}
