using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Commands;

/// <summary><c>migrate</c>: brings the schema up to date and says how many steps that took.</summary>
internal sealed class MigrateCommand(Migrator migrator) : IProgramCommand
{
    public string Name => "migrate";
    public string Usage => "migrate                      bring the database schema up to date";

    public Task<int> RunAsync(string[] arguments, TextWriter output, CancellationToken cancellation)
    {
        output.WriteLine($"{migrator.Run()} migrations applied.");
        return Task.FromResult(0);
    }
}
