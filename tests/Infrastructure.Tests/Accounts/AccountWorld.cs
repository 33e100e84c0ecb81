using Connect.Application.Common.Security;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Accounts;

/// <summary>Root → Region Norr (alias Norr) → Verkstad, a region beside it, and another organisation. Karl reaches Region Norr.</summary>
internal sealed class AccountWorld : IAsyncDisposable
{
    private static readonly Stmt SelectNumber = "SELECT Number FROM Account WHERE Id = @id";
    private readonly TestDatabase _database;
    private readonly List<TestScope> _scopes = [];

    private AccountWorld(DatabaseEngine engine)
    {
        _database = new(Engines.Available(engine));
        World = new World(_database);
    }

    public World World { get; }
    public TestOrganisation Organisation { get; private set; } = null!;
    public TestScope Anna { get; private set; } = null!;
    public TestScope Karl { get; private set; } = null!;
    public Guid NorthId { get; private set; }
    public string Root { get; private set; } = "";
    public string North { get; private set; } = "";
    public string Workshop { get; private set; } = "";
    public string South { get; private set; } = "";
    public string Foreign { get; private set; } = "";

    public static async Task<AccountWorld> MakeAsync(DatabaseEngine engine)
    {
        var made = new AccountWorld(engine);
        var world = made.World;
        made.Organisation = await world.OrganisationAsync("Bolaget AB");
        made.NorthId = await world.AccountAsync(made.Organisation.RootId, "Region Norr", "Norr");
        made.Root = await made.NumberAsync(made.Organisation.RootId);
        made.North = await made.NumberAsync(made.NorthId);
        made.Workshop = await made.NumberAsync(await world.AccountAsync(made.NorthId, "Verkstad"));
        made.South = await made.NumberAsync(await world.AccountAsync(made.Organisation.RootId, "Region Söder"));
        made.Foreign = await made.NumberAsync((await world.OrganisationAsync("Annan AB")).RootId);
        made.Anna = made.ScopeOf(await world.UserAsync(made.Organisation.RootId, "anna"));
        made.Karl = made.ScopeOf(await world.UserAsync(made.NorthId, "karl"));
        return made;
    }

    public TestScope ScopeOf(UserIdentity user)
    {
        var scope = new TestScope(_database, user);
        _scopes.Add(scope);
        return scope;
    }

    public async Task<string> NumberAsync(Guid accountId) => (await World.Db.FirstOrDefaultAsync<string>(SelectNumber, new { id = accountId }))!;

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes) await scope.DisposeAsync();
        await World.DisposeAsync();
        await _database.DisposeAsync();
    }
}
