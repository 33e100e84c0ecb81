using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class ChangeMyDetailsTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());
    private readonly Scene.Audit _audit = new();

    public ChangeMyDetailsTests() => _scene.Users.ChangeDetailsAsync(default, default!, default!, default, default).ReturnsForAnyArgs(true);

    [Fact]
    public async Task A_new_address_is_told_to_both_and_ends_the_links_that_lie_in_the_old_one()
    {
        await SendAsync(new(" anna.admin ", "ny@example.com", "070-174 06 05"));
        await _scene.Users.Received(1).ChangeDetailsAsync(_scene.User.Id, "anna.admin", "ny@example.com", "+46701740605", Arg.Any<CancellationToken>());
        _scene.Mails.Select(mail => mail.To).ShouldBe(["anna@example.com", "ny@example.com"]);
        await _scene.Links.ReceivedWithAnyArgs(1).EndAllAsync(default, default, default);
        _audit.After!.ShouldContain("ny@example.com");
    }

    [Fact]
    public async Task A_new_name_or_number_is_told_and_nothing_when_nothing_changed()
    {
        await SendAsync(new("anna.admin", "anna@example.com", "+46 70 174 06 05"));
        _scene.Mails.ShouldBeEmpty();
        await SendAsync(new("anna", "anna@example.com", null));
        _scene.Mails.Count.ShouldBe(2);
        await _scene.Links.DidNotReceiveWithAnyArgs().EndAllAsync(default, default, default);
    }

    [Fact]
    public async Task A_number_that_codes_go_to_stays_and_a_taken_name_is_said_of_its_field()
    {
        _scene.User = _scene.User with { SmsTwoFactor = true };
        await RefusedAsync(new("anna.admin", "anna@example.com", ""), "TwoFactorUsesNumber", "MobileNumber");
        _scene.Users.ChangeDetailsAsync(default, default!, default!, default, default).ReturnsForAnyArgs(false);
        await RefusedAsync(new("bo.berg", "anna@example.com", "0701740605"), "UserNameTaken", "UserName");
    }

    [Fact, Covers("AUTH-2", "a new number counts after its code only")]
    public async Task A_new_number_gets_a_code_and_does_not_count_before_it_is_given()
    {
        (await SendAsync(new("anna.admin", "ny@example.com", "070-174 06 99"))).ShouldBeTrue();
        await _scene.Users.Received(1).ChangeDetailsAsync(_scene.User.Id, "anna.admin", "ny@example.com", "+46701740605", Arg.Any<CancellationToken>());
        _scene.Texts.ShouldHaveSingleItem().To.ShouldBe("+46701740699");
        (_scene.NumberCheck!.MobileNumber, _scene.NumberCheck.TurnsSmsOn, _scene.NumberCheck.ExpiresAt).ShouldBe(("+46701740699", false, Scene.Now.AddMinutes(5)));
        _audit.After!.ShouldNotContain("+46701740699");
    }

    [Fact]
    public async Task A_name_that_the_operator_gave_stays_and_one_that_is_chosen_has_its_signs()
    {
        _scene.User = _scene.User with { UserName = "anna@nordvik.example" };
        await SendAsync(new("anna@nordvik.example ", "ny@example.com", "070-174 06 05"));
        await _scene.Users.Received(1).ChangeDetailsAsync(_scene.User.Id, "anna@nordvik.example", "ny@example.com", "+46701740605", Arg.Any<CancellationToken>());
        var refused = await Should.ThrowAsync<InvalidInputException>(() => SendAsync(new("bo@nordvik.example", "ny@example.com", null)));
        (refused.Problems[0].Field, refused.Problems[0].Code).ShouldBe(("UserName", "UserNameSigns"));
    }

    [Fact]
    public void Every_field_has_its_shape()
    {
        Problems(new("anna.admin", "anna@example.com", null)).ShouldBeEmpty();
        Problems(new("an na", "anna@example", "hej")).ShouldBe(["Email EmailValidator", "MobileNumber MobileNumber"]);
        Problems(new("anna", "", "")).ShouldBe(["Email NotEmptyValidator"]);
    }

    private static IEnumerable<string> Problems(ChangeMyDetails command) => new ChangeMyDetails.Validator().Problems(command);

    private async Task RefusedAsync(ChangeMyDetails command, string code, string field)
    {
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(command));
        (refused.Code, refused.Field).ShouldBe((code, field));
    }

    private Task<bool> SendAsync(ChangeMyDetails command) =>
        new ChangeMyDetails.Handler(_scene.Users, _scene.Change, _scene.Proof, _scene.Caller, _audit).Handle(command, default);
}
