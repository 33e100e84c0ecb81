using System.Text.Json;
using Connect.Infrastructure.Persistence;

namespace Connect.Infrastructure.Demo;

/// <summary>Remembers in the database which demo data is being loaded, so that a broken-off load is finished at the next start.</summary>
internal sealed class DemoState(DbSession db)
{
    private const string Name = "DemoPending";
    private static readonly Stmt CountOrganisations = "SELECT COUNT(*) FROM Organisation";
    private static readonly Stmt Select = "SELECT Value FROM Setting WHERE Name = @name";
    private static readonly Stmt Insert = "INSERT INTO Setting (Name, Value) VALUES (@name, @value)";
    private static readonly Stmt Delete = "DELETE FROM Setting WHERE Name = @name";

    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) => await db.FirstOrDefaultAsync<int>(CountOrganisations, null, cancellation) == 0;

    /// <summary>What is still to be loaded; null when nothing is.</summary>
    public async Task<DemoPending?> FindAsync(CancellationToken cancellation) =>
        await db.FirstOrDefaultAsync<string>(Select, new { name = Name }, cancellation) is { } value ? JsonSerializer.Deserialize<DemoPending>(value) : null;

    public async Task StartAsync(DemoPending pending, CancellationToken cancellation)
    {
        await db.ExecuteAsync(Delete, new { name = Name }, cancellation);
        await db.ExecuteAsync(Insert, new { name = Name, value = JsonSerializer.Serialize(pending) }, cancellation);
    }

    public Task EndAsync(CancellationToken cancellation) => db.ExecuteAsync(Delete, new { name = Name }, cancellation);
}

/// <param name="Until">No traffic after this instant.</param>
/// <param name="OnlyUsage">All but invoices, monitoring and traffic is there.</param>
internal sealed record DemoPending(DemoSize Size, DateTimeOffset Until, bool OnlyUsage = false);
