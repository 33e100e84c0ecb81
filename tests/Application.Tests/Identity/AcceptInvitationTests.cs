using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

[Covers("AUTH-4", "invitation by a one-time link")]
public sealed class AcceptInvitationTests
{
    private readonly IdentityScene _scene = new();

    [Fact]
    public async Task The_chosen_password_is_kept_hashed_and_other_sessions_end()
    {
        Invited(used: false);
        await SendAsync(IdentityScene.Password);
        await _scene.Users.Received(1).SetPasswordAsync(_scene.User.Id, $"hash of {IdentityScene.Password}", Arg.Any<CancellationToken>());
        await _scene.Sessions.Received(1).EndAllAsync(_scene.User.Id, null, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_link_that_is_not_there_any_more_has_ended() => (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(IdentityScene.Password))).Code.ShouldBe("LinkEnded");

    [Fact]
    public async Task Of_two_at_the_same_time_one_is_too_late_and_changes_nothing()
    {
        Invited(used: true);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(IdentityScene.Password))).Code.ShouldBe("LinkEnded");
        await _scene.Users.DidNotReceiveWithAnyArgs().SetPasswordAsync(default, default!, default);
    }

    [Theory]
    [InlineData("Password-2026", "PasswordCommon")]
    [InlineData("anna.admin-1", "PasswordOwnName")]
    public async Task A_password_that_is_tried_first_is_refused_before_it_costs_a_hash(string password, string code)
    {
        Invited(used: false);
        var refused = await Should.ThrowAsync<InvalidInputException>(() => SendAsync(password));
        (refused.Problems[0].Field, refused.Problems[0].Code).ShouldBe(("Password", code));
        await _scene.Hasher.DidNotReceiveWithAnyArgs().HashAsync(default!, default);
    }

    [Fact]
    public void The_password_is_long_and_typed_twice()
    {
        Problems("link", "123456789012", "123456789012").ShouldBeEmpty();
        Problems("link", "12345678901", "12345678901").ShouldBe(["Password LengthValidator"]);
        Problems("link", new('x', 129), new('x', 129)).ShouldBe(["Password LengthValidator"]);
        Problems("link", "123456789012", "123456789013").ShouldBe(["Repeated PasswordsDiffer"]);
        Problems("", "", "").ShouldBe(["LinkToken NotEmptyValidator", "Password NotEmptyValidator", "Password LengthValidator"]);
        Problems(new('x', 101), "123456789012", "123456789012").ShouldBe(["LinkToken MaximumLengthValidator"]);
    }

    private static IEnumerable<string> Problems(string link, string password, string repeated) => new AcceptInvitation.Validator().Problems(new AcceptInvitation(link, password, repeated));

    private void Invited(bool used) => _scene.Linked(LinkPurpose.Invitation, used);

    private Task SendAsync(string password) =>
        new AcceptInvitation.Handler(_scene.ByLink, new Scene.Audit()).Handle(new AcceptInvitation("link", password, password), default);
}
