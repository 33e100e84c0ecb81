using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Application.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Identity;

public sealed class PersonalTokenTests : IAsyncLifetime
{
    private readonly IdentityWorld _world = new();
    private UserIdentity _anna = null!;

    public async ValueTask InitializeAsync() => _anna = (await _world.UserAsync("anna")) with { ReauthenticatedAt = World.Now };
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact, Covers("API-1", "scopes, never more than the user's own rights")]
    public async Task A_token_has_of_the_users_rights_what_its_scopes_name_and_loses_what_the_user_loses()
    {
        var token = await MakeAsync("read", "manage-services");
        (await ReadAsync(token))!.Rights.ShouldBe([Right.ViewAccounts, Right.ViewSubscriptions, Right.ViewInvoices, Right.ManageSubscriptions], ignoreOrder: true);
        await _world.World.Db.ExecuteAsync("DELETE FROM UserRight WHERE RightCode = 4");
        (await ReadAsync(token))!.Rights.ShouldBe([Right.ViewAccounts, Right.ViewSubscriptions, Right.ViewInvoices], ignoreOrder: true);
    }

    [Fact, Covers("API-1", "expiry, withdrawn, stored hashed, last used")]
    public async Task A_token_ends_by_itself_when_it_is_withdrawn_and_with_its_user()
    {
        var (brief, withdrawn, lasting) = (await MakeAsync("read"), await MakeAsync("read"), await MakeAsync("read"));
        (await _world.World.Db.ListAsync<string>("SELECT TokenHash FROM PersonalToken")).ShouldNotContain(withdrawn);
        (await ReadAsync(withdrawn)).ShouldNotBeNull();
        var row = (await _world.SendAsync(new ListMyTokens(), _anna)).Single(token => token.LastUsedAt is not null);
        var berit = await _world.UserAsync("berit");
        await Should.ThrowAsync<NotFoundException>(() => _world.SendAsync(new WithdrawPersonalToken(row.Id), berit));
        await _world.SendAsync(new WithdrawPersonalToken(row.Id), _anna);
        (await ReadAsync(withdrawn)).ShouldBeNull();
        await Should.ThrowAsync<NotFoundException>(() => _world.SendAsync(new WithdrawPersonalToken(row.Id), _anna));

        _world.Product.Clock.Advance(TimeSpan.FromDays(30));
        (await ReadAsync(brief)).ShouldBeNull();
        (await _world.SendAsync(new ListMyTokens(), _anna)).ShouldAllBe(token => token.HasExpired);
        var fresh = await MakeAsync("read");
        await _world.World.Db.ExecuteAsync("UPDATE PortalUser SET IsActive = 0 WHERE UserName = 'anna'");
        (await ReadAsync(fresh)).ShouldBeNull();
        (await ReadAsync(lasting)).ShouldBeNull();
    }

    [Fact]
    public async Task A_deactivated_users_tokens_are_withdrawn_for_good()
    {
        var token = await MakeAsync("read");
        await _world.Product.RunAsync(async services =>
        {
            await services.GetRequiredService<IPersonalTokens>().WithdrawAllAsync(_anna.Id, World.Now, default);
            return true;
        });
        (await ReadAsync(token)).ShouldBeNull();
    }

    [Fact, Covers("API-1", "no identity changes by token")]
    public async Task What_is_the_users_own_wants_the_users_session()
    {
        var program = (await ReadAsync(await MakeAsync([.. TokenScopes.All.Keys])))! with { ReauthenticatedAt = World.Now };
        foreach (var change in new Func<Task>[]
        {
            () => _world.SendAsync(new CreatePersonalToken("more", ["read"], 30), program),
            () => _world.SendAsync(new WithdrawPersonalToken(Guid.CreateVersion7()), program),
            () => _world.SendAsync(new ListMyTokens(), program),
            () => _world.SendAsync(new ChangePassword(World.Password, "sju sjösjuka sjömän", "sju sjösjuka sjömän"), program),
            () => _world.SendAsync(new ChangeMyDetails("anna", "x@example.com", null), program),
            () => _world.SendAsync(new BeginAuthenticator(), program),
            () => _world.SendAsync(new LogOutEverywhere(), program),
        })
            (await Should.ThrowAsync<ForbiddenException>(change)).Code.ShouldBe("SessionNeeded");
        (await _world.SendAsync(new GetMe(), program)).UserName.ShouldBe("anna");
    }

    [Fact]
    public async Task A_call_is_audited_under_user_and_token()
    {
        var program = (await ReadAsync(await MakeAsync("read")))!;
        await Should.ThrowAsync<ForbiddenException>(() => _world.SendAsync(new RenameSubscriptionUser(Guid.CreateVersion7(), "Åke"), program));
        (await _world.World.Db.FirstOrDefaultAsync<string>("SELECT Actor FROM AuditEntry WHERE Action = 'RenameSubscriptionUser'")).ShouldBe("anna (fakturor)");
    }

    [Fact]
    public async Task Scopes_that_give_nothing_and_lifetimes_of_ones_own_are_refused()
    {
        var reader = (await _world.World.UserAsync(_anna.Reach.AccountId, "lars", rights: [Right.ViewInvoices])) with { ReauthenticatedAt = World.Now };
        TokenScopes.For(reader.Rights).ShouldBe(["read"]);
        (await CodeAsync(new("x", ["manage-users"], 30), reader)).ShouldBe("TokenScope");
        (await CodeAsync(new("x", ["everything"], 30), _anna)).ShouldBe("TokenScope");
        (await CodeAsync(new("x", [], 30), _anna)).ShouldBe("TokenScopeMissing");
        (await CodeAsync(new("x", ["read"], 3650), _anna)).ShouldBe("TokenLifetime");
        for (var i = 0; i < 20; i++) await MakeAsync("read");
        (await IdentityWorld.RefusedAsync(() => MakeAsync("read"))).ShouldBe("TokensTooMany");
    }

    private async Task<string> CodeAsync(CreatePersonalToken command, UserIdentity user) =>
        (await Should.ThrowAsync<InvalidInputException>(() => _world.SendAsync(command, user))).Problems[0].Code;

    private Task<string> MakeAsync(params string[] scopes) =>
        _world.SendAsync(new CreatePersonalToken("fakturor", scopes, 30), _anna with { ReauthenticatedAt = _world.Product.Clock.GetUtcNow() });

    private Task<UserIdentity?> ReadAsync(string token) => _world.Product.RunAsync(services => services.GetRequiredService<PersonalTokenReader>().ReadAsync(token, default));
}
