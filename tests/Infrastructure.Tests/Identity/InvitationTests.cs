using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Messages;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Identity;

public abstract partial class InvitationTests(DatabaseEngine engine) : IAsyncLifetime
{
    private const string Password = "sju sjösjuka sjömän";
    private readonly IdentityWorld _world = new(Engines.Available(engine));
    private string _organisation = "";

    public async ValueTask InitializeAsync()
    {
        var made = await _world.World.OrganisationAsync();
        _organisation = (await _world.World.Db.FirstOrDefaultAsync<string>("SELECT ExternalId FROM Organisation WHERE Id = @Id", new { made.Id }))!;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact, Covers("OPS-7", "first user by invite"), Covers("AUTH-4", "invitation")]
    public async Task An_invited_user_chooses_a_password_and_has_every_right_in_the_whole_organisation()
    {
        (await InviteAsync()).ShouldBe(0);
        var link = await LinkAsync();
        (await _world.SendAsync(new GetInvitation(link))).UserName.ShouldBe("ny.chef");
        (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("ny.chef", Password))).ShouldBe("LoginFailed");
        await _world.SendAsync(new AcceptInvitation(link, Password, Password));
        var session = (await _world.SessionAsync((await _world.LogInAsync("ny.chef", Password)).SessionToken))!;
        session.Reach.IsRoot.ShouldBeTrue();
        session.Rights.ShouldBe(World.AllRights, ignoreOrder: true);
    }

    [Fact, Covers("AUTH-4", "one-time link")]
    public async Task The_link_works_once_also_in_parallel()
    {
        await InviteAsync();
        var link = await LinkAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await _world.SendAsync(new AcceptInvitation(link, Password, Password));
                return true;
            }
            catch (Connect.Domain.Common.DomainRuleException)
            {
                return false;
            }
        }));
        results.Count(done => done).ShouldBe(1);
        await Should.ThrowAsync<NotFoundException>(() => _world.SendAsync(new GetInvitation(link)));
    }

    [Fact]
    public async Task The_link_ends_after_a_week_and_a_new_one_can_be_sent()
    {
        await InviteAsync();
        var old = await LinkAsync();
        _world.Product.Clock.Advance(TimeSpan.FromDays(7));
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new AcceptInvitation(old, Password, Password)))).ShouldBe("LinkEnded");
        (await InviteAsync()).ShouldBe(0);
        await _world.SendAsync(new AcceptInvitation(await LinkAsync(), Password, Password));
        (await InviteAsync()).ShouldBe(1, "somebody who can log in is not invited anew");
    }

    [Theory]
    [InlineData("Kort-1", "LengthValidator")]
    [InlineData("lösenord12345", "PasswordCommon")]
    [InlineData("111111111111", "PasswordCommon")]
    [InlineData("abcdefghijklm", "PasswordCommon")]
    [InlineData("ny.chef-2026!", "PasswordOwnName")]
    public async Task A_poor_password_is_refused_and_the_link_still_works(string password, string code)
    {
        await InviteAsync();
        var link = await LinkAsync();
        var failure = await Should.ThrowAsync<InvalidInputException>(() => _world.SendAsync(new AcceptInvitation(link, password, password)));
        failure.Problems[0].Code.ShouldBe(code);
        await _world.SendAsync(new AcceptInvitation(link, Password, Password));
    }

    [Fact]
    public async Task The_link_stands_in_no_row_of_the_database()
    {
        await InviteAsync();
        var link = await LinkAsync();
        var stored = await _world.World.Db.FirstOrDefaultAsync<(string Hash, string Body)>("SELECT l.TokenHash, m.TextBody FROM OneTimeLink l JOIN OutgoingMessage m ON m.UserId = l.UserId");
        stored.Hash.ShouldNotContain(link);
        stored.Body.ShouldNotContain(link);
    }

    [Fact]
    public async Task Nobody_else_invites()
    {
        var anna = await _world.UserAsync();
        await Should.ThrowAsync<ForbiddenException>(() => _world.SendAsync(new InviteUser(_organisation, "x", "x@example.com", "X"), anna));
        (await InviteAsync("--organisation", "unknown", "--user", "a.b", "--email", "a@example.com", "--name", "A")).ShouldBe(1);
        (await InviteAsync("--organisation", "unknown")).ShouldBe(2);
    }

    private Task<int> InviteAsync() => InviteAsync("--organisation", _organisation, "--user", "ny.chef", "--email", "ny.chef@example.com", "--name", "Nya Chefen");

    private Task<int> InviteAsync(params string[] arguments) => _world.Product.RunAsync(services =>
        services.GetServices<IProgramCommand>().Single(command => command.Name == "invite").RunAsync(arguments, TextWriter.Null, default));

    private async Task<string> LinkAsync()
    {
        var id = await _world.World.Db.FirstOrDefaultAsync<Guid>("SELECT Id FROM OutgoingMessage WHERE Channel = 1 ORDER BY Seq DESC");
        var mail = await _world.Product.RunAsync(services => services.GetRequiredService<OutgoingMessages>().FindAsync(id, default));
        return Link().Match(mail!.TextBody!).Groups["token"].Value;
    }

    [System.Text.RegularExpressions.GeneratedRegex("/welcome/(?<token>[A-Za-z0-9_-]+)")]
    private static partial System.Text.RegularExpressions.Regex Link();
}

public sealed class InvitationOnSqlite() : InvitationTests(DatabaseEngine.Sqlite);

public sealed class InvitationOnSqlServer() : InvitationTests(DatabaseEngine.SqlServer);
