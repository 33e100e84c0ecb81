using Connect.Application.Identity;
using Connect.Application.Messages;
using Connect.Infrastructure.Identity;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Identity;

public sealed class PasswordRulesTests
{
    private static readonly CommonPasswords Common = new();
    private readonly PasswordRules _rules = new(Common, new MessageOptions("Norrnät", "https://portal.example.se"));

    [Fact]
    public void The_list_holds_tens_of_thousands() => Common.Count.ShouldBeGreaterThan(20_000);

    [Theory]
    [InlineData("password1234")]
    [InlineData("Passw0rd!!!!2026")]
    [InlineData("P4$$w0rd-2026")]
    [InlineData("sunshinesunshine")]
    [InlineData("1234qwerty5678")]
    [InlineData("Lösenord-2026!")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("kqzv8kqzv8kqzv8")]
    [Covers("AUTH-4", "password rules: common passwords")]
    public void What_everybody_tries_first_is_refused(string password) => _rules.Problem(password).ShouldBe("PasswordCommon");

    [Theory]
    [InlineData("anna.admin-2026")]
    [InlineData("Ådahl123456ådahl")]
    [InlineData("Nordvik!2026!")]
    [InlineData("nordvik-connect-1")]
    [InlineData("N0rrnät-2026!")]
    [Covers("AUTH-4", "password rules: words of the context")]
    public void Words_of_the_users_surroundings_are_refused(string password) =>
        _rules.Problem(password, "anna.admin", "anna@example.com", "Anna Ådahl", "Nordvik Bygg AB").ShouldBe("PasswordOwnName");

    [Theory]
    [InlineData("sju sjösjuka sjömän")]
    [InlineData("korrekt häst batteri häftklammer")]
    [InlineData("kanelbulle till frukost")]
    [InlineData("123456 🐎 på lördagar")]
    [InlineData("xV9#kq2!mZ7p")]
    [Covers("AUTH-4", "password rules: no composition")]
    public void Anything_long_and_its_own_is_taken(string password) => _rules.Problem(password, "anna.admin", "Anna Ådahl", "Nordvik Bygg AB").ShouldBeNull();
}
