using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class ResetPasswordTests
{
    private readonly IdentityScene _scene = new();

    [Fact]
    public async Task The_password_is_kept_sessions_and_links_end_and_a_mail_tells()
    {
        _scene.Linked(LinkPurpose.PasswordReset);
        await SendAsync();
        await _scene.Users.Received(1).SetPasswordAsync(_scene.User.Id, $"hash of {IdentityScene.Password}", Arg.Any<CancellationToken>());
        await _scene.Sessions.Received(1).EndAllAsync(_scene.User.Id, null, Arg.Any<CancellationToken>());
        await _scene.Links.Received(1).EndAllAsync(_scene.User.Id, Scene.Now, Arg.Any<CancellationToken>());
        _scene.Mails.ShouldHaveSingleItem().To.ShouldBe("anna@example.com");
    }

    [Fact]
    public async Task A_link_that_was_used_at_the_same_time_or_never_was_has_ended()
    {
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("LinkEnded");
        _scene.Linked(LinkPurpose.PasswordReset, used: true);
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("LinkEnded");
        _scene.Mails.ShouldBeEmpty();
    }

    [Fact]
    public void The_password_is_long_and_typed_twice()
    {
        Problems("link", "123456789012", "123456789012").ShouldBeEmpty();
        Problems("link", "12345678901", "12345678901").ShouldBe(["Password LengthValidator"]);
        Problems("link", "123456789012", "x").ShouldBe(["Repeated PasswordsDiffer"]);
        Problems("", "123456789012", "123456789012").ShouldBe(["LinkToken NotEmptyValidator"]);
    }

    private static IEnumerable<string> Problems(string link, string password, string repeated) => new ResetPassword.Validator().Problems(new ResetPassword(link, password, repeated));

    private Task SendAsync() => new ResetPassword.Handler(_scene.ByLink, _scene.Notices, new Scene.Audit()).Handle(new("link", IdentityScene.Password, IdentityScene.Password), default);
}
