using Connect.Application.Messages;
using Connect.Infrastructure.Messages;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Messages;

public abstract class OutgoingMessagesTests(DatabaseEngine engine) : IAsyncLifetime
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_is_hidden_while_it_waits_and_gone_when_it_was_sent_or_given_up(bool sent)
    {
        await using var scope = new TestScope(_database);
        await scope.RunAsync(async services =>
        {
            await services.GetRequiredService<IMessages>().SmsAsync(new Sms("+46701740605", "Koden är 123456"), default);
            return true;
        });
        (await BodyAsync()).ShouldNotContain("123456");
        var id = await _world.Db.FirstOrDefaultAsync<Guid>("SELECT Id FROM OutgoingMessage");

        await scope.RunAsync(async services =>
        {
            var messages = (OutgoingMessages)services.GetRequiredService<IMessages>();
            (await messages.FindAsync(id, default))!.TextBody.ShouldBe("Koden är 123456");
            await (sent ? messages.SentAsync(id, default) : messages.BlankAsync(id, default));
            return true;
        });

        (await AskAsync("SELECT TextBody FROM OutgoingMessage")).ShouldBeNull();
    }

    private async Task<string> BodyAsync() => (await AskAsync("SELECT TextBody FROM OutgoingMessage"))!;

    private Task<string?> AskAsync(string sql) => _world.Db.FirstOrDefaultAsync<string>(sql);
}

public sealed class OutgoingMessagesOnSqlite() : OutgoingMessagesTests(DatabaseEngine.Sqlite);

public sealed class OutgoingMessagesOnSqlServer() : OutgoingMessagesTests(DatabaseEngine.SqlServer);
