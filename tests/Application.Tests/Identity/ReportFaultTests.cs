using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;

namespace Connect.Application.Tests.Identity;

public sealed class ReportFaultTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());

    [Fact]
    public async Task The_operator_gets_it_with_page_and_browser_and_the_users_address_to_answer()
    {
        await SendAsync();
        var mail = _scene.Mails.ShouldHaveSingleItem();
        (mail.To, mail.ReplyTo).ShouldBe(("fault@nordtel.example", "anna@example.com"));
        mail.Text.ShouldContain("/services");
        mail.Text.ShouldContain("Firefox");
    }

    [Fact]
    public async Task Ten_in_an_hour_are_enough()
    {
        for (var i = 0; i < 10; i++) await SendAsync();
        (await Should.ThrowAsync<DomainRuleException>(SendAsync)).Code.ShouldBe("LoginBlocked");
    }

    [Fact]
    public void Title_and_text_are_needed()
    {
        Problems(new("a", "b", null, null)).ShouldBeEmpty();
        Problems(new("", "", null, null)).ShouldBe(["Title NotEmptyValidator", "Text NotEmptyValidator"]);
        Problems(new(new('x', 151), new('x', 5001), new('x', 1001), new('x', 501))).ShouldAllBe(problem => problem.EndsWith(" MaximumLengthValidator", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Problems(ReportFault command) => new ReportFault.Validator().Problems(command);

    private Task SendAsync() => new ReportFault.Handler(_scene.Guard, new FaultMail(new Scene.Transactions(), _scene.Users, _scene.Messages, IdentityScene.Installation), _scene.Caller)
        .Handle(new("Fel", "Listan är tom", "/services", "Firefox"), default);
}
