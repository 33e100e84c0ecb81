using Connect.Application.Identity;
using Connect.Infrastructure.Jobs;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Identity;

public sealed class StoredIdentityTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
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
