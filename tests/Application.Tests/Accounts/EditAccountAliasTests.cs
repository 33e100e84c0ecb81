using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Accounts;

[Covers("ACC-4", "Redigera alias, and what an alias may be")]
public sealed class EditAccountAliasTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task The_alias_is_saved_with_who_gave_it_and_what_it_was()
    {
        await SendAsync(new(AccountScene.Number, "  Verkstan ", 3));
        _scene.Saved.ShouldHaveSingleItem().Data.Alias.ShouldBe("Verkstan");
        (_scene.Account.NewEvents.ShouldHaveSingleItem().Actor, _scene.Account.NewEvents[0].At).ShouldBe(("Anna Åkesson", Scene.Now));
        (_scene.Audit.Before, _scene.Audit.After).ShouldBe(("{ Alias =  }", "{ Alias = Verkstan }"));
    }

    [Fact]
    [Covers("ACC-4", "the operator's systems hear of each edit")]
    public async Task The_operator_hears_of_it()
    {
        await SendAsync(new(AccountScene.Number, "Verkstan"));
        var work = _scene.Told.ShouldHaveSingleItem();
        (work.Kind, work.SubjectId).ShouldBe(("operator.change", _scene.Account.Id));
        work.Payload!.ShouldContain("\"kind\":\"account.alias\"");
        work.Payload!.ShouldContain("\"externalId\":\"A1\",\"before\":{\"alias\":null},\"after\":{\"alias\":\"Verkstan\"}");
    }

    [Fact]
    public async Task What_the_operator_refuses_is_told_in_the_history()
    {
        _scene.Repository.FindForOperatorAsync(_scene.Account.OrganisationId, _scene.Account.Id, Arg.Any<CancellationToken>()).Returns(_scene.Account);
        await new AliasChange(_scene.Repository, Scene.Clock()).RefusedAsync(AccountChange.Of(AccountChange.Alias, _scene.Account, new { Alias = "a" }, new { Alias = "b" }), "Nej", default);
        var told = _scene.Saved.ShouldHaveSingleItem().NewEvents.ShouldHaveSingleItem();
        (told.Kind, told.Actor, told.Values[0]).ShouldBe(("OperatorRefused", "operator", "Nej"));
    }

    [Fact]
    public async Task Nothing_new_writes_nothing()
    {
        await SendAsync(new(AccountScene.Number, " "));
        _scene.Saved.ShouldBeEmpty();
        _scene.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_filled_in_before_somebody_elses_change_is_refused() =>
        await Should.ThrowAsync<ConflictException>(() => SendAsync(new(AccountScene.Number, "Verkstan", 2)));

    [Fact]
    public async Task An_account_outside_the_reach_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(new("999", "x")));

    [Theory]
    [InlineData(null, null)]
    [InlineData("Åkes 😀 <b>", null)]
    [InlineData("två\nrader", "Alias NameSigns")]
    public void An_alias_is_one_line_of_text(string? alias, string? problem) => Problems(alias).ShouldBe(problem is null ? [] : [problem]);

    [Fact]
    public void An_alias_has_its_length() => Problems(new string('x', 10_000)).ShouldBe(["Alias MaximumLengthValidator"]);

    private static IEnumerable<string> Problems(string? alias) => new EditAccountAlias.Validator().Problems(new(AccountScene.Number, alias));

    private Task SendAsync(EditAccountAlias command) => new EditAccountAlias.Handler(_scene.Desk).Handle(command, default);
}
