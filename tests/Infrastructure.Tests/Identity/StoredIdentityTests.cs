using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Users;
using Connect.Infrastructure.Jobs;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Identity;

public abstract class StoredIdentityTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;

    public ValueTask InitializeAsync()
    {
        _world = new World(_database);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_operator_key_is_shown_once_and_known_again_by_its_hash()
    {
        await using var scope = new TestScope(_database, caller: TestScope.Operator(OperatorScopes.Keys));

        var key = await scope.SendAsync(new CreateOperatorKey("billing", ["import"]));

        var known = await scope.RunAsync(services => services.GetRequiredService<OperatorKeyReader>().ReadAsync(key, default));
        known.ShouldNotBeNull();
        (known.Name, known.Scopes.Single()).ShouldBe(("billing", "import"));
        (await scope.RunAsync(services => services.GetRequiredService<OperatorKeyReader>().ReadAsync(key + "x", default))).ShouldBeNull();
    }

    /// <summary>A job acts with the reach, rights and language that the user's own requests have.</summary>
    [Fact]
    public async Task A_job_is_the_user_it_acts_for()
    {
        var root = (await _world.OrganisationAsync()).RootId;
        foreach (var account in new[] { root, await _world.AccountAsync(root) })
        {
            var user = await _world.UserAsync(account, rights: [Right.RunReports, Right.ViewInvoices], language: "en");
            await using var scope = new TestScope(_database);
            var found = (await scope.RunAsync(services => services.GetRequiredService<IUserIdentities>().FindAsync(user.Id, default))).ShouldNotBeNull();
            (found.Id, found.UserName, found.DisplayName, found.OrganisationName, found.Reach, found.Language)
                .ShouldBe((user.Id, user.UserName, user.DisplayName, user.OrganisationName, user.Reach, user.Language));
            found.Rights.ShouldBe(user.Rights, ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_deactivated_user_has_no_jobs()
    {
        var user = await _world.UserAsync((await _world.OrganisationAsync()).RootId, isActive: false);
        await using var scope = new TestScope(_database);
        (await scope.RunAsync(services => services.GetRequiredService<IUserIdentities>().FindAsync(user.Id, default))).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_password_and_language_are_kept()
    {
        var user = await _world.UserAsync((await _world.OrganisationAsync()).RootId);
        await using var scope = new TestScope(_database);
        await scope.RunAsync(async services =>
        {
            await services.GetRequiredService<ILoginUsers>().SetPasswordAsync(user.Id, "hash", default);
            await services.GetRequiredService<ILoginUsers>().SetLanguageAsync(user.Id, "en", default);
            return true;
        });

        var stored = await scope.RunAsync(services => services.GetRequiredService<ILoginUsers>().GetAsync(user.Id, default));
        stored.ShouldNotBeNull();
        (stored.PasswordHash, stored.Language).ShouldBe(("hash", "en"));
    }

    [Fact]
    public async Task A_lease_that_is_not_held_cannot_be_prolonged()
    {
        await using var scope = new TestScope(_database);
        (await scope.RunAsync(services => services.GetRequiredService<WorkStore>().ProlongAsync(Guid.CreateVersion7(), "nobody", World.Now, default))).ShouldBeFalse();
    }
}

public sealed class StoredIdentityOnSqlite() : StoredIdentityTests(DatabaseEngine.Sqlite);

public sealed class StoredIdentityOnSqlServer() : StoredIdentityTests(DatabaseEngine.SqlServer);
