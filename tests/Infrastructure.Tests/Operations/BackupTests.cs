using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Operations;

public sealed class BackupTests
{
    private static readonly Stmt CountOrganisations = "SELECT COUNT(*) FROM Organisation";

    [Fact]
    [Covers("OPS-4", "backup")]
    public async Task A_backup_taken_while_others_write_holds_what_was_committed_and_can_be_put_back()
    {
        await using var database = new TestDatabase();
        await using var world = new World(database);
        await world.OrganisationAsync();
        var file = Path.Combine(database.Folder, "copy.db");
        var (code, output) = await RunAsync(database, "backup", file);
        code.ShouldBe(0, output);
        await world.OrganisationAsync();

        await using var restored = new DbSession(new SqliteDialect(DatabaseOptions.Sqlite(file).ConnectionString));
        (await restored.FirstOrDefaultAsync<int>(CountOrganisations)).ShouldBe(1);
        (await world.Db.FirstOrDefaultAsync<int>(CountOrganisations)).ShouldBe(2);
    }

    [Fact]
    public async Task A_backup_never_writes_over_a_file()
    {
        await using var database = new TestDatabase();
        var file = Path.Combine(database.Folder, "precious");
        await File.WriteAllTextAsync(file, "precious");
        var (code, output) = await RunAsync(database, "backup", file);
        code.ShouldBe(1, output);
        (await File.ReadAllTextAsync(file)).ShouldBe("precious");
    }

    [Fact]
    [Covers("OPS-4", "check")]
    public async Task A_sound_installation_passes_the_check()
    {
        await using var database = new TestDatabase();
        var (code, output) = await RunAsync(database, "check");
        code.ShouldBe(0, output);
        output.ShouldContain("ok    integrity");
    }

    [Fact]
    public async Task A_schema_that_lacks_a_step_and_a_broken_reference_fail_the_check()
    {
        await using var database = new TestDatabase();
        using (var connection = new SqliteConnection(database.Options.ConnectionString + ";Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0007%';
                PRAGMA foreign_keys=OFF; INSERT INTO AccountTree (AncestorId, DescendantId, Depth) VALUES ('A', 'B', 1);
                """;
            command.ExecuteNonQuery();
        }

        var (code, output) = await RunAsync(database, "check");
        code.ShouldBe(1);
        output.ShouldContain("FAIL  schema");
        output.ShouldContain("FAIL  integrity");
    }

    private static async Task<(int Code, string Output)> RunAsync(TestDatabase database, string name, params string[] arguments)
    {
        await using var scope = new TestScope(database);
        await using var output = new StringWriter();
        var code = await scope.RunAsync(services => services.GetServices<IProgramCommand>().Single(c => c.Name == name).RunAsync(arguments, output, CancellationToken.None));
        return (code, output.ToString());
    }
}
