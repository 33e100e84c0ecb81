using System.Data.Common;
using Connect.Application.Reports;
using Connect.Domain.Reports;
using Connect.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>How long the statements of a report may run. SQL Server ends what says nothing after 30 seconds; SQLite ends none, so that the time itself is looked at.</summary>
public sealed class ExportPatienceTests
{
    [Fact]
    public async Task An_export_has_its_own_time_for_a_statement_and_what_somebody_waits_for_the_engines()
    {
        await using var scene = await ExportScene.MakeAsync(DatabaseEngine.Sqlite);
        await scene.World.UsageAsync(scene.Service);
        var watched = new WatchedDialect(scene.Database.Options.ConnectionString);
        void Watch(IServiceCollection services) => services.AddSingleton<SqlDialect>(watched);
        var id = await scene.As().SendAsync(ExportScene.Order());

        await scene.RunJobAsync(id, replace: Watch);
        watched.TimesOf("UsageRecord").ShouldBe([3600], "of the export");

        watched.Commands.Clear();
        await scene.As(replace: Watch).SendAsync(new PreviewReport { Kind = "traffic", Number = "070-174 06 05", Preset = PeriodPreset.SinceLastMonth });
        watched.TimesOf("UsageRecord").ShouldBe([30], "of the preview");
    }

    private sealed class WatchedDialect(string connectionString) : SqlDialect
    {
        public List<SqliteCommand> Commands { get; } = [];
        public override DatabaseEngine Engine => DatabaseEngine.Sqlite;

        public override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
        {
            var connection = new WatchedConnection(connectionString, Commands);
            await connection.OpenAsync(cancellation);
            SwedishText.Register(connection);
            return connection;
        }

        public override DatabaseErrorKind Classify(DbException exception) => DatabaseErrorKind.Other;

        /// <summary>Seconds that the statements which read the table were given.</summary>
        public IEnumerable<int> TimesOf(string table) => Commands.Where(command => command.CommandText.Contains(table, StringComparison.Ordinal)).Select(command => command.CommandTimeout).Distinct();
    }

    private sealed class WatchedConnection(string connectionString, List<SqliteCommand> commands) : SqliteConnection(connectionString)
    {
        public override SqliteCommand CreateCommand()
        {
            var command = base.CreateCommand();
            lock (commands) commands.Add(command);
            return command;
        }
    }
}
