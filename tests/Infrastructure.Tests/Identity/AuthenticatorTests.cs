using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Users;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Identity;

public sealed class AuthenticatorTests : IAsyncLifetime
{
    private readonly IdentityWorld _world = new();
    private UserIdentity _anna = null!;

    private DateTimeOffset Now => _world.Product.Clock.GetUtcNow();

    public async ValueTask InitializeAsync() => _anna = (await _world.UserAsync("anna")) with { ReauthenticatedAt = World.Now.AddHours(2) };
    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact, Covers("AUTH-3", "authenticator app")]
    public async Task The_apps_code_ends_the_log_in_and_is_refused_the_second_time()
    {
        var (secret, _) = await SetUpAsync();
        var (first, second) = (await BeginAsync(), await BeginAsync());
        var code = Rfc6238.Code(secret, Now);
        var session = await _world.SendAsync(new ConfirmLoginCode(first, code, Way: LoginWay.Authenticator));
        (await _world.SessionAsync(session))!.UserName.ShouldBe("anna");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmLoginCode(second, code, Way: LoginWay.Authenticator)))).ShouldBe("AuthenticatorCodeWrong");
        (await _world.World.Db.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM OutgoingMessage WHERE Channel = 2")).ShouldBe(0, "no SMS is sent to who has the app");
    }

    [Fact, Covers("AUTH-3", "a code once, also in parallel")]
    public async Task Of_parallel_log_ins_with_one_code_exactly_one_succeeds()
    {
        var (secret, codes) = await SetUpAsync();
        var attempts = new List<string>();
        for (var i = 0; i < 5; i++) attempts.Add(await BeginAsync());
        (await CountAsync(attempts, Rfc6238.Code(secret, Now), LoginWay.Authenticator)).ShouldBe(1);
        (await CountAsync(attempts, codes[3], LoginWay.Recovery)).ShouldBe(1);
    }

    [Fact]
    public async Task The_code_that_set_it_up_is_spent_and_one_step_of_a_wrong_clock_is_forgiven()
    {
        var (secret, _) = await SetUpAsync(advance: false);
        var attempt = await BeginAsync();
        (await TryAsync(attempt, Rfc6238.Code(secret, Now), LoginWay.Authenticator)).ShouldBe("AuthenticatorCodeWrong");
        (await TryAsync(attempt, Rfc6238.Code(secret, Now.AddSeconds(90)), LoginWay.Authenticator)).ShouldBe("AuthenticatorCodeWrong");
        (await TryAsync(attempt, Rfc6238.Code(secret, Now.AddSeconds(30)), LoginWay.Authenticator)).ShouldBeNull();
    }

    [Fact, Covers("AUTH-3", "recovery codes, once each, stored hashed")]
    public async Task A_recovery_code_works_once_however_it_is_typed_and_new_ones_end_the_old()
    {
        var (_, codes) = await SetUpAsync();
        codes.Distinct().Count().ShouldBe(10);
        (await _world.World.Db.ListAsync<string>("SELECT CodeHash FROM RecoveryCode")).ShouldNotContain(hash => codes.Any(code => hash.Contains(code, StringComparison.OrdinalIgnoreCase)));
        (await TryAsync(await BeginAsync(), codes[0].ToUpperInvariant().Replace('-', ' '), LoginWay.Recovery)).ShouldBeNull();
        (await TryAsync(await BeginAsync(), codes[0], LoginWay.Recovery)).ShouldBe("RecoveryCodeWrong");
        (await _world.SendAsync(new GetMe(), _anna)).RecoveryCodesLeft.ShouldBe(9);
        var fresh = await _world.SendAsync(new MakeRecoveryCodes(), _anna);
        (await TryAsync(await BeginAsync(), codes[1], LoginWay.Recovery)).ShouldBe("RecoveryCodeWrong");
        (await TryAsync(await BeginAsync(), fresh[1], LoginWay.Recovery)).ShouldBeNull();
    }

    [Fact]
    public async Task A_secret_is_encrypted_and_worth_nothing_until_it_is_confirmed()
    {
        await _world.SendAsync(new BeginAuthenticator(), _anna);
        var setup = await _world.SendAsync(new GetAuthenticatorSetup(), _anna);
        (await _world.World.Db.FirstOrDefaultAsync<string>("SELECT PendingSecret FROM UserAuthenticator"))!.ShouldNotContain(setup.Secret);
        (await _world.LogInAsync("anna")).SessionToken.ShouldNotBeNull();
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmAuthenticator(Rfc6238.Code(setup.Secret, Now.AddMinutes(5))), _anna))).ShouldBe("AuthenticatorCodeWrong");
        setup.QrCode.ShouldBe(_world.Product.Services.GetRequiredService<Connect.Application.Common.Ports.IQrCode>().Png(
            $"otpauth://totp/Connect:anna?secret={setup.Secret}&issuer=Connect&algorithm=SHA1&digits=6&period=30"));
    }

    [Fact, Covers("AUTH-3", "an organisation can demand two-factor")]
    public async Task Of_whom_two_factor_is_demanded_sets_it_up_before_anything_else()
    {
        await DemandAsync();
        var step = await _world.LogInAsync("anna");
        (step.SessionToken, step.MustSetUp).ShouldBe((null, true));
        (await _world.SessionAsync(step.AttemptToken)).ShouldBeNull();
        await _world.SendAsync(new BeginLoginAuthenticator(step.AttemptToken!));
        var setup = await _world.SendAsync(new GetLoginAuthenticator(step.AttemptToken!));
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new ConfirmLoginAuthenticator(step.AttemptToken!, "000000")))).ShouldBe("AuthenticatorCodeWrong");
        var done = await _world.SendAsync(new ConfirmLoginAuthenticator(step.AttemptToken!, Rfc6238.Code(setup.Secret, Now)));
        (await _world.SessionAsync(done.SessionToken)).ShouldNotBeNull();
        done.RecoveryCodes.Count.ShouldBe(10);
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new RemoveAuthenticator(), _anna))).ShouldBe("TwoFactorDemanded");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new BeginLoginAuthenticator(step.AttemptToken!)))).ShouldBe("LoginAttemptEnded");
    }

    [Fact]
    public async Task Who_has_a_factor_cannot_set_another_up_between_password_and_code()
    {
        await SetUpAsync();
        var attempt = await BeginAsync();
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new BeginLoginAuthenticator(attempt)))).ShouldBe("LoginAttemptEnded");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new GetLoginAuthenticator(attempt)))).ShouldBe("LoginAttemptEnded");
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new SendLoginCode(attempt)))).ShouldBe("LoginAttemptEnded");
    }

    [Fact]
    public async Task A_demanded_factor_can_be_the_number_that_the_first_code_came_to()
    {
        await DemandAsync();
        var step = await _world.LogInAsync("anna");
        await _world.SendAsync(new SendLoginCode(step.AttemptToken!));
        await _world.SendAsync(new ConfirmLoginCode(step.AttemptToken!, await _world.LastCodeAsync()));
        (await _world.SendAsync(new GetMe(), _anna)).SmsTwoFactor.ShouldBeTrue();
    }

    [Fact, Covers("NAV-2", "two-factor on and off")]
    public async Task Factors_are_switched_and_each_time_a_mail_tells()
    {
        await SetUpAsync();
        await _world.SendAsync(new SwitchSmsTwoFactor(true), _anna);
        await _world.SendAsync(new ConfirmMyNumber(await _world.LastCodeAsync()), _anna);
        await _world.SendAsync(new RemoveAuthenticator(), _anna);
        (await _world.LogInAsync("anna")).AttemptToken.ShouldNotBeNull();
        await _world.SendAsync(new SwitchSmsTwoFactor(false), _anna);
        (await _world.LogInAsync("anna")).SessionToken.ShouldNotBeNull();
        (await _world.World.Db.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM OutgoingMessage WHERE Channel = 1")).ShouldBe(4);
        (await _world.World.Db.FirstOrDefaultAsync<int>("SELECT COUNT(*) FROM RecoveryCode")).ShouldBe(0);
        (await IdentityWorld.RefusedAsync(() => _world.SendAsync(new MakeRecoveryCodes(), _anna))).ShouldBe("TwoFactorNeeded");
    }

    [Fact, Covers("USR-2", "reset two-factor, within the reach")]
    public async Task Factors_of_a_user_within_the_reach_are_reset_and_of_no_other()
    {
        await SetUpAsync();
        var other = await _world.UserAsync("berit");
        (await ResetAsync(other.Reach)).ShouldBeFalse();
        (await ResetAsync(_anna.Reach)).ShouldBeTrue();
        (await _world.LogInAsync("anna")).SessionToken.ShouldNotBeNull();
    }

    private Task<bool> ResetAsync(AccountReach reach) => _world.Product.RunAsync(services => services.GetRequiredService<ITwoFactor>().ResetAsync(reach, _anna.Id, default));

    private Task DemandAsync() => _world.World.Db.ExecuteAsync("UPDATE Organisation SET RequireTwoFactor = 1");

    private async Task<(string Secret, IReadOnlyList<string> Codes)> SetUpAsync(bool advance = true)
    {
        await _world.SendAsync(new BeginAuthenticator(), _anna);
        var secret = (await _world.SendAsync(new GetAuthenticatorSetup(), _anna)).Secret;
        var codes = await _world.SendAsync(new ConfirmAuthenticator(Rfc6238.Code(secret, Now)), _anna);
        if (advance) _world.Product.Clock.Advance(TimeSpan.FromSeconds(60));
        return (secret, codes);
    }

    private async Task<string> BeginAsync() => (await _world.LogInAsync("anna")).AttemptToken!;

    private async Task<int> CountAsync(IReadOnlyList<string> attempts, string code, LoginWay way) =>
        (await Task.WhenAll(attempts.Select(attempt => TryAsync(attempt, code, way)))).Count(refusal => refusal is null);

    private async Task<string?> TryAsync(string attempt, string code, LoginWay way)
    {
        try
        {
            await _world.SendAsync(new ConfirmLoginCode(attempt, code, Way: way));
            return null;
        }
        catch (Connect.Domain.Common.DomainRuleException refusal)
        {
            return refusal.Code;
        }
    }
}
