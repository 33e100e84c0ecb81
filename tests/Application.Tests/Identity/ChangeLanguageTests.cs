using Connect.Application.Common.Errors;
using Connect.Application.Identity;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Identity;

public sealed class ChangeLanguageTests
{
    private readonly IdentityScene _scene = new(Scene.Caller());
    private readonly Scene.Audit _audit = new();

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task The_users_own_language_is_set(string language)
    {
        await SendAsync(language);
        await _scene.Users.Received(1).SetLanguageAsync(_scene.Caller.Identity!.Id, language, Arg.Any<CancellationToken>());
        _audit.After.ShouldBe($"{{ Language = {language} }}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("SV")]
    [InlineData("de")]
    public async Task There_are_two(string language)
    {
        var refused = await Should.ThrowAsync<InvalidInputException>(() => SendAsync(language));
        (refused.Problems[0].Field, refused.Problems[0].Code).ShouldBe(("Language", "LanguageUnknown"));
        await _scene.Users.DidNotReceiveWithAnyArgs().SetLanguageAsync(default, default!, default);
    }

    private Task SendAsync(string language) => new ChangeLanguage.Handler(_scene.Users, _scene.Caller, _audit).Handle(new ChangeLanguage(language), default);
}
