using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Connect.Application.Tests.Identity;

[Covers("AUTH-1", "lock-out that cannot lock a victim out for long")]
public sealed class LoginGuardTests
{
    private readonly IdentityScene.Counters _counters = new();
    private readonly FakeTimeProvider _clock = Scene.Clock();

    [Fact]
    public async Task Blocks_of_one_address_double_up_to_a_quarter_of_an_hour()
    {
        var waits = new List<int>();
        for (var i = 0; i < 13; i++)
        {
            await From("192.0.2.1").EnterAsync("anna", default);
            if (await WaitAsync("192.0.2.1", "anna") is not { } seconds) continue;
            waits.Add(seconds);
            _clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        waits.Take(7).ShouldBe([15, 30, 60, 120, 240, 480, 900]);
    }

    [Fact]
    public async Task The_owner_comes_in_from_another_address_while_the_attacker_waits()
    {
        for (var i = 0; i < 5; i++) await From("192.0.2.1").EnterAsync("anna", default);
        (await WaitAsync("192.0.2.1", "anna")).ShouldBe(15);
        (await WaitAsync("198.51.100.7", "anna")).ShouldBeNull();
    }

    [Fact]
    public async Task A_spread_attack_makes_the_owner_wait_half_a_minute_at_most()
    {
        var longest = 0;
        for (var i = 0; i < 60; i++)
        {
            var guard = From($"192.0.{i}.1");
            try
            {
                await guard.EnterAsync("anna", default);
            }
            catch (DomainRuleException blocked)
            {
                longest = Math.Max(longest, (int)blocked.Arguments[0]);
                _clock.Advance(TimeSpan.FromSeconds((int)blocked.Arguments[0]));
            }
        }

        longest.ShouldBeInRange(2, 30);
    }

    [Fact]
    public async Task An_address_that_tries_many_names_is_slowed_down_for_all()
    {
        for (var i = 0; i < 60; i++) await From("192.0.2.1").EnterAsync($"user{i}", default);
        (await WaitAsync("192.0.2.1", "somebody else")).ShouldBe(5);
    }

    [Fact]
    public async Task Names_are_counted_in_any_case_and_kept_as_hashes()
    {
        await From("192.0.2.1").EnterAsync("Anna", default);
        await From("192.0.2.1").EnterAsync(" ANNA ", default);
        _counters.Kept.Values.Select(counter => counter.Failures).ShouldBe([2, 2, 2]);
        _counters.Kept.Keys.ShouldAllBe(key => !key.Contains("anna", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Tries_during_a_block_do_not_lengthen_it()
    {
        for (var i = 0; i < 5; i++) await From("192.0.2.1").EnterAsync("anna", default);
        for (var i = 0; i < 20; i++) (await WaitAsync("192.0.2.1", "anna")).ShouldBe(15);
    }

    [Fact]
    public async Task A_right_password_gives_the_try_back()
    {
        for (var i = 0; i < 4; i++) await From("192.0.2.1").EnterAsync("anna", default);
        await From("192.0.2.1").SucceededAsync("anna", default);
        _counters.Kept.ShouldHaveSingleItem().Value.Failures.ShouldBe(3); // the address's own
    }

    [Fact]
    public async Task Tries_of_long_ago_are_forgotten()
    {
        for (var i = 0; i < 4; i++) await From("192.0.2.1").EnterAsync("anna", default);
        _clock.Advance(TimeSpan.FromHours(1));
        await From("192.0.2.1").EnterAsync("anna", default);
        (await WaitAsync("192.0.2.1", "anna")).ShouldBeNull();
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2::9", "20010DB800010002")]
    [InlineData(null, "-")]
    [InlineData("nowhere", "-")]
    public void An_IPv6_user_is_the_network_that_is_his(string? address, string network) => LoginGuard.Network(address).ShouldBe(network);

    // Null when the try was let through; it is counted then.
    private async Task<int?> WaitAsync(string address, string name)
    {
        try
        {
            await From(address).EnterAsync(name, default);
            return null;
        }
        catch (DomainRuleException blocked) when (blocked.Code == "LoginBlocked")
        {
            return (int)blocked.Arguments[0];
        }
    }

    private LoginGuard From(string address)
    {
        var caller = new CurrentUser();
        caller.ComesFrom(address);
        return new LoginGuard(_counters, new Scene.Transactions(), caller, new(), _clock);
    }
}
