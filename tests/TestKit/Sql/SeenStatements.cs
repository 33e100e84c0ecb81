using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Connect.Infrastructure.Persistence;
using Dapper;

namespace Connect.TestKit.Sql;

/// <param name="Statement">The SQL Server spelling as the product wrote it.</param>
/// <param name="Text">The same after Dapper expanded it, with the types SqlClient would declare.</param>
internal sealed record SeenStatement(string Statement, SqlText Text);

/// <summary>
/// The tests' shadow: sees each statement of every session in the process while the tests run on SQLite, and plays its SQL Server
/// spelling through Dapper onto a connection to nothing. With <c>CONNECT_SQL_SEEN</c> each test process leaves what it saw in that folder.
/// </summary>
internal sealed class SeenStatements : ISqlObserver
{
    private static readonly ConcurrentDictionary<(string, Type?), SeenStatement> Seen = new();

    public static string? Folder => Environment.GetEnvironmentVariable("CONNECT_SQL_SEEN") is { Length: > 0 } folder ? folder : null;

    public static IReadOnlyCollection<SeenStatement> OfThisProcess => [.. Seen.Values];

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The kit is only ever loaded by test programs, and must watch before the first session.")]
    internal static void Watch()
    {
        TypeHandlers.Register();
        SqlObservers.Everywhere = new SeenStatements();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave();
    }

    /// <summary>What the test processes before this one saw, and this one so far.</summary>
    public static IReadOnlyList<SeenStatement> OfAllProcesses() =>
    [
        .. Seen.Values,
        .. Folder is null || !Directory.Exists(Folder) ? [] : Directory.EnumerateFiles(Folder, "*.json")
            .SelectMany(file => JsonSerializer.Deserialize<List<SeenStatement>>(File.ReadAllText(file))!),
    ];

    public void OnStatement(Stmt statement, object? parameters, string caller)
    {
        var key = (statement.SqlServer, parameters?.GetType());
        if (Seen.ContainsKey(key)) return;
        using var connection = new DryRunConnection(command => Seen.TryAdd(key, new(statement.SqlServer, TextOf(command, caller))));
        connection.Execute(statement.SqlServer, parameters);
    }

    private static SqlText TextOf(DbCommand command, string caller) =>
        new(caller, command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(SqlTypes.Of)]);

    private static void Leave()
    {
        if (Folder is null || Seen.IsEmpty) return;
        Directory.CreateDirectory(Folder);
        var name = Assembly.GetEntryAssembly()?.GetName().Name ?? "unknown";
        File.WriteAllText(Path.Combine(Folder, $"{name}-{Environment.ProcessId}.json"), JsonSerializer.Serialize(Seen.Values));
    }
}
