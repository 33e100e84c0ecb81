using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Commands;

/// <summary><c>migrate</c>: brings the schema up to date and says how many steps that took.</summary>
internal sealed class MigrateCommand(Migrator migrator) : IProgramCommand
{
    public string Name => "migrate";
    public string Usage => "migrate                      bring the database schema up to date";


    /// <summary>It brings the schema up to date itself, and would find nothing left to do.</summary>
    public bool NeedsSchema => false;

    public async Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        var applied = migrator.Run();
        await output.WriteLineAsync(applied == 0 ? "The schema is up to date; nothing to apply." : $"{applied} {(applied == 1 ? "migration" : "migrations")} applied.");
        return 0;
    }
}
