using Connect.Application.Identity;
using Connect.TestKit;

namespace Connect.Application.Tests.Identity;

[Covers("AUTH-6", "told by mail, codes stopped for 24 hours")]
public sealed class NumberGuardTests
{
    private readonly NumberGuardScene _scene = new();

    [Theory]
    [InlineData(SecurityEvent.SimReplacement, "Ett nytt SIM-kort har beställts")]
    [InlineData(SecurityEvent.Forwarding, "vidarekopplas")]
    public async Task Who_gets_codes_there_is_told_and_gets_none_for_a_day(SecurityEvent what, string says)
    {
        await _scene.Guard.OrderedAsync(NumberGuardScene.Number, what, default);
        _scene.ShouldHold(told: true);
        var mail = _scene.Mails[0];
        mail.To.ShouldBe("anna@example.com");
        mail.Text.ShouldContain(says);
        mail.Text.ShouldNotContain("0701740605"); // it may reach somebody else's hands
    }

    [Fact]
    public async Task Done_is_told_to_nobody_again_and_counts_from_then_on()
    {
        await _scene.Guard.DoneAsync(NumberGuardScene.Number, default);
        _scene.ShouldHold(told: false);
    }

    [Fact]
    public async Task A_number_of_nobodys_is_held_without_a_mail_and_a_service_without_a_number_not_at_all()
    {
        await _scene.Guard.OrderedAsync("+46701740699", SecurityEvent.Forwarding, default);
        await _scene.Guard.OrderedAsync(null, SecurityEvent.Forwarding, default);
        await _scene.Guard.DoneAsync(null, default);
        _scene.Held.ShouldBe(["+46701740699"]);
        _scene.Mails.ShouldBeEmpty();
    }
}
