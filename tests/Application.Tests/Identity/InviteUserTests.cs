using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

[Covers("OPS-7", "the first user by invitation")]
public sealed class InviteUserTests
{
    private readonly IdentityScene _scene = new();
    private readonly IInvitations _invitations = Substitute.For<IInvitations>();
    private readonly InvitingOrganisation _organisation = new(Guid.CreateVersion7(), Guid.CreateVersion7());
    private readonly List<InvitedUser> _added = [];

    public InviteUserTests()
    {
        _invitations.OrganisationAsync("ORG1", Arg.Any<CancellationToken>()).Returns(_organisation);
        _invitations.AddUserAsync(Arg.Do<InvitedUser>(_added.Add), Arg.Any<CancellationToken>()).Returns(true);
    }

    [Fact]
    public async Task A_new_user_gets_the_whole_organisation_and_a_link_by_secret_mail()
    {
        var id = await SendAsync("bo.berg");
        _added.ShouldHaveSingleItem().ShouldBe(new InvitedUser(id, _organisation.Id, _organisation.RootAccountId, "bo.berg", "bo@example.com", "Bo Berg", Scene.Now));
        var (mail, link) = (_scene.Mails.ShouldHaveSingleItem(), _scene.SentLinks.ShouldHaveSingleItem());
        (mail.To, mail.IsSecret).ShouldBe(("bo@example.com", true));
        var token = System.Text.RegularExpressions.Regex.Match(mail.Text, @"https://portal\.example\.se/welcome/([\w-]+)").Groups[1].Value;
        (link.TokenHash, link.UserId, link.ExpiresAt).ShouldBe((Token.Hash(token), id, Scene.Now.AddDays(7)));
    }

    [Fact]
    public async Task One_who_has_no_password_yet_gets_a_new_link_to_the_known_address()
    {
        _scene.User = _scene.User with { PasswordHash = null, OrganisationId = _organisation.Id };
        (await SendAsync("anna.admin")).ShouldBe(_scene.User.Id);
        _added.ShouldBeEmpty();
        _scene.Mails.ShouldHaveSingleItem().To.ShouldBe("anna@example.com");
    }

    [Theory]
    [InlineData("has a password")]
    [InlineData("other organisation")]
    [InlineData("deactivated")]
    [InlineData("at the same time")]
    public async Task A_user_name_that_is_somebodys_is_taken(string why)
    {
        var invited = _scene.User with { PasswordHash = null, OrganisationId = _organisation.Id };
        _scene.User = why switch
        {
            "has a password" => invited with { PasswordHash = "hash" },
            "other organisation" => invited with { OrganisationId = Guid.CreateVersion7() },
            "deactivated" => invited with { IsActive = false },
            _ => invited with { UserName = "somebody" },
        };
        _invitations.AddUserAsync(Arg.Any<InvitedUser>(), Arg.Any<CancellationToken>()).Returns(false);
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync("anna.admin"));
        (refused.Code, refused.Field).ShouldBe(("UserNameTaken", "UserName"));
        _scene.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_organisation_is_refused()
    {
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync("bo.berg", "ORG9"));
        (refused.Code, refused.Field).ShouldBe(("OrganisationUnknown", "Organisation"));
    }

    [Fact]
    public void Every_field_is_needed_and_has_its_shape()
    {
        Problems(new("ORG1", "bo.berg_1-å", "bo@example.com", "Bo Berg")).ShouldBeEmpty();
        Problems(new("", "", "", "")).ShouldBe(["Organisation NotEmptyValidator", "UserName NotEmptyValidator", "Email NotEmptyValidator", "Name NotEmptyValidator"]);
        Problems(new(new('x', 65), new('x', 101), new string('x', 250) + "@a.se", new('x', 201))).ShouldBe(
            ["Organisation MaximumLengthValidator", "UserName MaximumLengthValidator", "Email MaximumLengthValidator", "Name MaximumLengthValidator"]);
        Problems(new("ORG1", "bo berg", "bo", "Bo")).ShouldBe(["UserName UserNameSigns", "Email EmailValidator"]);
        Problems(new("ORG1", "bo\nberg", "bo@example.com", "Bo")).ShouldBe(["UserName UserNameSigns"]);
    }

    private static IEnumerable<string> Problems(InviteUser command) => new InviteUser.Validator().Problems(command);

    private Task<Guid> SendAsync(string userName, string organisation = "ORG1")
    {
        var mail = new InvitationMail(_scene.Links, _scene.Messages, _scene.MessageTexts, _scene.Options);
        return new InviteUser.Handler(_invitations, _scene.Users, mail, new Scene.Audit(), _scene.Clock).Handle(new InviteUser(organisation, userName, "bo@example.com", "Bo Berg"), default);
    }
}
