using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Infrastructure.Messages;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Identity;

public sealed partial class PasswordResetTests : IAsyncLifetime
{
    private const string Password = "sju sjösjuka sjömän";
    private readonly IdentityWorld _world = new();
    private UserIdentity _anna = null!;

    public async ValueTask InitializeAsync() => _anna = await _world.UserAsync("anna", email: "anna@example.com");
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("anna")]
    [InlineData("ANNA@example.com")]
    [Covers("AUTH-4", "forgotten password")]
    public async Task The_link_of_the_mail_changes_the_password_and_ends_every_session(string name)
    {
        var session = (await _world.LogInAsync("anna")).SessionToken;
        var link = await LinkAsync(name);
        (await _world.SendAsync(new GetPasswordReset(link!))).UserName.ShouldBe("anna");
        await _world.SendAsync(new ResetPassword(link!, Password, Password));

        (await _world.SessionAsync(session)).ShouldBeNull();
        (await IdentityWorld.RefusedAsync(() => _world.LogInAsync("anna"))).ShouldBe("LoginFailed");
        (await _world.LogInAsync("anna", Password)).SessionToken.ShouldNotBeNull();
        await _world.Product.RunDueWorkAsync();
        Outbox()[0].Text.ShouldContain("Lösenordet för användaren anna");
    }

    [Fact, Covers("AUTH-4", "one-time link")]
    public async Task The_link_works_once_also_in_parallel()
    {
        var link = await LinkAsync("anna");
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                await _world.SendAsync(new ResetPassword(link!, Password, Password));
                return true;
            }
            catch (Connect.Domain.Common.DomainRuleException)
            {
                return false;
            }
        }));
        results.Count(done => done).ShouldBe(1);
        await Should.ThrowAsync<NotFoundException>(() => _world.SendAsync(new GetPasswordReset(link!)));
    }

    [Fact, Covers("AUTH-4", "expires")]
    public async Task The_link_ends_after_half_an_hour_and_with_a_changed_address()
    {
        var old = await LinkAsync("anna");
        _world.Product.Clock.Advance(TimeSpan.FromMinutes(30));
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ResetPassword(old!, Password, Password)))).ShouldBe("LinkEnded");
        var link = await LinkAsync("anna");
        await _world.SendAsync(new ChangeMyDetails("anna", "ny@example.com", null), _anna with { ReauthenticatedAt = _world.Product.Clock.GetUtcNow() });
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ResetPassword(link!, Password, Password)))).ShouldBe("LinkEnded");
    }

    [Fact]
    public async Task A_link_for_one_thing_is_none_for_another()
    {
        var link = await LinkAsync("anna");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new AcceptInvitation(link!, Password, Password)))).ShouldBe("LinkEnded");
    }

    [Fact, Covers("AUTH-4", "no enumeration")]
    public async Task A_name_that_nobody_has_is_answered_and_stored_alike_and_no_mail_is_sent()
    {
        (await LinkAsync("nobody")).ShouldBeNull();
        (await LinkAsync("berit", deactivated: true)).ShouldBeNull();
        (await _world.World.Db.FirstOrDefaultAsync<string>("SELECT Payload FROM WorkItem"))!.ShouldNotContain("nobody");
    }

    [Fact, Covers("AUTH-4", "limited per user and address")]
    public async Task Asking_again_and_again_is_stopped_for_the_address_and_for_the_user()
    {
        var answers = new List<string?>();
        for (var i = 0; i < 6; i++) answers.Add(await TriedAsync("anna"));
        answers.ShouldBe([null, null, null, null, "LoginBlocked", "LoginBlocked"]);
        for (var i = 0; i < 6; i++)
        {
            _world.From = $"198.51.100.{i}";
            (await TriedAsync("anna")).ShouldBeNull();
        }

        await _world.Product.RunDueWorkAsync();
        Outbox().Count(mail => mail.Text.Contains("/login/reset/", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task The_link_stands_in_no_row_and_is_built_from_the_configured_address()
    {
        var link = await LinkAsync("anna");
        (await _world.World.Db.FirstOrDefaultAsync<string>("SELECT TokenHash FROM OneTimeLink"))!.ShouldNotContain(link!);
        Outbox()[0].Text.ShouldContain($"http://localhost:5080/login/reset/{link}");
    }

    private async Task<string?> TriedAsync(string name)
    {
        try
        {
            await _world.SendAsync(new RequestPasswordReset(name));
            return null;
        }
        catch (Connect.Domain.Common.DomainRuleException refusal)
        {
            return refusal.Code;
        }
    }

    private async Task<string?> LinkAsync(string name, bool deactivated = false)
    {
        if (deactivated) await _world.UserAsync(name, isActive: false);
        await _world.SendAsync(new RequestPasswordReset(name));
        await _world.Product.RunDueWorkAsync();
        return Outbox().Select(mail => Link().Match(mail.Text)).FirstOrDefault(match => match.Success)?.Groups["token"].Value;
    }

    private IReadOnlyList<DevMessage> Outbox() => _world.Product.Services.GetRequiredService<DevOutbox>().List();

    [System.Text.RegularExpressions.GeneratedRegex("/login/reset/(?<token>[A-Za-z0-9_-]+)")]
    private static partial System.Text.RegularExpressions.Regex Link();
}
