using Connect.Application.Messages;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Users;

public abstract class UserNoticeTests(DatabaseEngine engine) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engines.Available(engine));
    private World _world = null!;
    private Guid _root, _north;

    public async ValueTask InitializeAsync()
    {
        _world = new World(_database);
        _root = (await _world.OrganisationAsync()).RootId;
        _north = await _world.AccountAsync(_root, "Norr");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_goes_to_who_has_not_turned_it_off()
    {
        var anna = await _world.UserAsync(_root, "anna", email: "anna@example.com");
        (await ReaderAsync(anna.Id, _north))!.Email.ShouldBe("anna@example.com");
        await using var scope = new TestScope(_database, anna);
        await scope.SendAsync(new ChooseMyNotices([UserNotice.OrderRejected]));
        (await ReaderAsync(anna.Id, _north)).ShouldBeNull();
        (await scope.SendAsync(new GetMyNotices())).Single(notice => notice.Notice == UserNotice.OrderDelivered).On.ShouldBeFalse();
        await scope.SendAsync(new ChooseMyNotices(Enum.GetValues<UserNotice>()));
        (await ReaderAsync(anna.Id, _north)).ShouldNotBeNull();
    }

    [Fact]
    public async Task No_mail_goes_past_reach_rights_or_to_who_is_not_active()
    {
        (await ReaderAsync((await _world.UserAsync(_north, "karl")).Id, _root)).ShouldBeNull();
        (await ReaderAsync((await _world.UserAsync(_root, "frida", rights: [Right.ViewInvoices])).Id, _root)).ShouldBeNull();
        (await ReaderAsync((await _world.UserAsync(_root, "ida", isActive: false)).Id, _root)).ShouldBeNull();
        (await ReaderAsync((await _world.UserAsync(_root, "mia", rights: [Right.ManageSubscriptions])).Id, _root)).ShouldNotBeNull();
    }

    private async Task<NoticeReader?> ReaderAsync(Guid userId, Guid accountId)
    {
        await using var scope = new TestScope(_database);
        return await scope.RunAsync(services => services.GetRequiredService<IUserNotices>().ReaderAsync(userId, UserNotice.OrderDelivered, accountId, CancellationToken.None));
    }
}

public sealed class UserNoticesOnSqlite() : UserNoticeTests(DatabaseEngine.Sqlite);

public sealed class UserNoticesOnSqlServer() : UserNoticeTests(DatabaseEngine.SqlServer);
