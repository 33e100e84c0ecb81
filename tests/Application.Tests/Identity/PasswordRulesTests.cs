using Connect.Application.Identity;

namespace Connect.Application.Tests.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Grön-häst-42-moln", null)]
    [InlineData("Connect-demo-1", null)]
    [InlineData("Password-2026!", "PasswordCommon")]
    [InlineData("Sommar2026!!!", "PasswordCommon")]
    [InlineData("hemligthemligt1", "PasswordCommon")]
    [InlineData("aaaaaaaaaaaa", "PasswordCommon")]
    [InlineData("abababababab", "PasswordCommon")]
    [InlineData("abcdefghijklm", "PasswordCommon")]
    [InlineData("zyxwvutsrqpo", "PasswordCommon")]
    [InlineData("12345678901234", null)]
    [InlineData("anna.admin-2026", "PasswordOwnName")]
    [InlineData("1234-nordvik-1234", "PasswordOwnName")]
    [InlineData("nordvik-är-en-hel-mening", null)]
    public void What_everybody_tries_first_is_refused(string password, string? problem) =>
        IdentityScene.Rules().Problem(password, "anna.admin", "anna@nordvik.example", null, "Anna Åkesson").ShouldBe(problem);
}
