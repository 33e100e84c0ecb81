using Connect.Application.Identity;
using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Identity;

public abstract class OperatorKeyTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly IdentityWorld _world = new(Engines.Available(engine));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact, Covers("OPS-2", "operator keys, hashed and scoped")]
    public async Task A_key_is_shown_once_stored_hashed_and_has_its_scopes()
    {
        var (code, output) = await RunAsync("billing", "--scopes", "import,integration");
        code.ShouldBe(0);
        var key = output.Split('\n')[0].Trim();
        var identity = (await ReadAsync(key))!;
        identity.Name.ShouldBe("billing");
        identity.Scopes.ShouldBe(["import", "integration"], ignoreOrder: true);
        (await _world.World.Db.FirstOrDefaultAsync<string>("SELECT KeyHash FROM OperatorKey"))!.ShouldBe(Token.Hash(key));
        (await ReadAsync(key + "x")).ShouldBeNull();
        (await ReadAsync("")).ShouldBeNull();
    }

    [Fact]
    public async Task A_withdrawn_key_is_nobodys()
    {
        var key = (await RunAsync("billing")).Output.Split('\n')[0].Trim();
        await _world.World.Db.ExecuteAsync("UPDATE OperatorKey SET WithdrawnAt = @now", new { now = World.Now });
        (await ReadAsync(key)).ShouldBeNull();
    }

    [Fact]
    public async Task A_name_that_is_taken_a_scope_for_the_command_line_and_wrong_arguments_are_refused()
    {
        await RunAsync("billing");
        (await RunAsync("billing")).Code.ShouldBe(1);
        (await RunAsync("other", "--scopes", "keys")).Code.ShouldBe(1);
        (await RunAsync("--scopes", "import")).Code.ShouldBe(2);
        (await RunAsync()).Code.ShouldBe(2);
    }

    private Task<Connect.Application.Common.Security.OperatorIdentity?> ReadAsync(string key) =>
        _world.Product.RunAsync(services => services.GetRequiredService<OperatorKeyReader>().ReadAsync(key, default));

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        var code = await _world.Product.RunAsync(services =>
            services.GetServices<IProgramCommand>().Single(command => command.Name == "operator-key").RunAsync(arguments, output, default));
        return (code, output.ToString());
    }
}

public sealed class OperatorKeyOnSqlite() : OperatorKeyTests(DatabaseEngine.Sqlite);

public sealed class OperatorKeyOnSqlServer() : OperatorKeyTests(DatabaseEngine.SqlServer);
