using Connect.Infrastructure.Persistence;

namespace Connect.TestKit;

/// <summary>
/// Makes test data in a database, each thing with sensible defaults: an organisation with its root account, accounts below it,
/// users, services and what belongs to them. Answers the ids.
/// </summary>
public sealed partial class World : IAsyncDisposable
{
    /// <summary>The instant that tests take place at unless they move the clock: a Tuesday in March, 11:00 in Stockholm.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    private static readonly Stmt SelectOrganisation = "SELECT OrganisationId FROM Account WHERE Id = @id";

    private int _made;

    public World(TestDatabase database)
    {
        TypeHandlers.Register();
        Db = new DbSession(SqlDialect.For(database.Options));
    }

    /// <summary>For what the builder does not make, and to look at what is stored.</summary>
    public DbSession Db { get; }

    public static DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Inserts one row; the names are the columns.</summary>
    public Task InsertAsync(string table, params (string Column, object? Value)[] values) => Db.RunAsync(async () =>
    {
        await Db.InsertManyAsync(table, [.. values.Select(v => v.Column)], [[.. values.Select(v => v.Value is Enum number ? Convert.ToInt32(number, null) : v.Value)]], CancellationToken.None);
        return true;
    }, CancellationToken.None);

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    private int Next() => Interlocked.Increment(ref _made);

    private async Task<Guid> OrganisationOfAsync(Guid accountId) => await Db.FirstOrDefaultAsync<Guid>(SelectOrganisation, new { id = accountId });
}

/// <summary>An organisation and the account at the top of its tree.</summary>
public sealed record TestOrganisation(Guid Id, Guid RootId);
