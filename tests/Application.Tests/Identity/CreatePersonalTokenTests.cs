using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class CreatePersonalTokenTests
{
    private readonly IdentityScene _scene = new(Scene.Caller(Connect.Domain.Users.Right.ViewInvoices));
    private readonly List<NewPersonalToken> _made = [];

    public CreatePersonalTokenTests()
    {
        _scene.Tokens.ListAsync(default, default).ReturnsForAnyArgs([]);
        _scene.Tokens.AddAsync(Arg.Do<NewPersonalToken>(_made.Add), Arg.Any<CancellationToken>()).Returns(Task.CompletedTask);
    }

    [Fact]
    public async Task The_answer_is_the_token_its_hash_is_kept_and_a_mail_tells()
    {
        var token = await SendAsync("read");
        var row = _made.ShouldHaveSingleItem();
        (row.TokenHash, row.Name, row.ExpiresAt).ShouldBe((Token.Hash(token), "fakturor", Scene.Now.AddDays(90)));
        token.ShouldStartWith("cpt_");
        _scene.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_scope_that_gives_the_user_nothing_is_refused()
    {
        foreach (var scope in new[] { "manage-services", "reports", "everything" })
            (await Should.ThrowAsync<InvalidInputException>(() => SendAsync(scope))).Problems[0].Code.ShouldBe("TokenScope");
        _made.ShouldBeEmpty();
    }

    [Fact]
    public async Task Twenty_in_use_are_enough_and_expired_ones_do_not_count()
    {
        PersonalTokenRow Row(DateTimeOffset ends) => new() { Id = Guid.CreateVersion7(), Name = "x", Scopes = "read", CreatedAt = Scene.Now, ExpiresAt = ends };
        _scene.Tokens.ListAsync(default, default).ReturnsForAnyArgs([.. Enumerable.Repeat(Row(Scene.Now), 20)]);
        await SendAsync("read");
        _scene.Tokens.ListAsync(default, default).ReturnsForAnyArgs([.. Enumerable.Repeat(Row(Scene.Now.AddDays(1)), 20)]);
        (await Should.ThrowAsync<Connect.Domain.Common.DomainRuleException>(() => SendAsync("read"))).Code.ShouldBe("TokensTooMany");
    }

    [Fact]
    public void Name_scopes_and_days_have_their_shape()
    {
        Problems(new("x", ["read"], 365)).ShouldBeEmpty();
        Problems(new("", [], 31)).ShouldBe(["Name NotEmptyValidator", "Scopes TokenScopeMissing", "Days TokenLifetime"]);
        Problems(new("a\nb", ["read"], 30)).ShouldBe(["Name NameSigns"]);
        Problems(new(new('x', 61), ["read"], 30)).ShouldBe(["Name MaximumLengthValidator"]);
    }

    private static IEnumerable<string> Problems(CreatePersonalToken command) => new CreatePersonalToken.Validator().Problems(command);

    private Task<string> SendAsync(string scope) => new CreatePersonalToken.Handler(_scene.Tokens, new TokenNotice(_scene.Notices, _scene.Clock), _scene.Options, _scene.Caller, new Scene.Audit())
        .Handle(new("fakturor", [scope], 90), default);
}
