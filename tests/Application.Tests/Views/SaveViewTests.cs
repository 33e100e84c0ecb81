using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Views;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Views;

[Covers("LIST-7", "a view is kept by its name")]
public sealed class SaveViewTests
{
    private readonly ViewScene _scene = new();

    [Fact]
    public async Task The_view_is_kept_without_its_page_and_the_part_of_the_tree()
    {
        var view = await SendAsync(new("services", " Dyrast ", "?account=100012&reach=below&sort=-price&page=3&columns=name,price&f.name=~an", IsShared: true, IsStart: false));
        view.Query.ShouldBe("?sort=-price&columns=name,price&f.name=~an");
        var saved = _scene.Saved.ShouldHaveSingleItem();
        (saved.List, saved.Name, saved.Query, saved.IsShared, saved.UserId).ShouldBe(("services", "Dyrast", view.Query, true, _scene.User.Identity!.Id));
        await _scene.Views.DidNotReceiveWithAnyArgs().StartWithAsync(default, default!, default, default);
    }

    [Fact]
    public async Task The_list_opens_with_it_when_that_is_wanted_and_no_longer_when_it_is_not()
    {
        var view = await SendAsync(new("services", "Dyrast", "?sort=-price", IsShared: false, IsStart: true));
        await _scene.Views.Received(1).StartWithAsync(_scene.User.Identity!.Id, "services", view.Id, Arg.Any<CancellationToken>());
        await SendAsync(new("services", "NORR", "?sort=-price", IsShared: false, IsStart: false, Replaces: true));
        await _scene.Views.Received(1).StartWithAsync(_scene.User.Identity!.Id, "services", null, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_name_that_is_used_takes_the_place_of_its_view_only_where_that_is_wanted()
    {
        var used = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new("services", " NORR ", "?sort=-price", IsShared: false, IsStart: false)));
        (used.Code, used.Field, used.Arguments[0]).ShouldBe(("ViewNameUsed", "Name", "NORR"));
        _scene.Saved.ShouldBeEmpty();
        (await SendAsync(new("services", "NORR", "?sort=-price", IsShared: false, IsStart: false, Replaces: true))).Id.ShouldBe(_scene.Own.Id);
        _scene.Saved.ShouldHaveSingleItem().Id.ShouldBe(_scene.Own.Id);

        // Another window was quicker.
        _scene.Views.SaveAsync(Arg.Any<NewView>(), Arg.Any<CancellationToken>()).Returns(false);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new("services", "Söder", "?sort=-price", IsShared: false, IsStart: false)))).Code.ShouldBe("ViewNameUsed");
    }

    [Theory]
    [InlineData("?f.secret=1")]
    [InlineData("?columns=secret")]
    public async Task What_is_not_understood_is_refused(string query)
    {
        await Should.ThrowAsync<InvalidInputException>(() => SendAsync(new("services", "Norr", query, false, false)));
        _scene.Saved.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_is_measured_as_it_is_kept()
    {
        // The colon is one sign as it is sent and three as it is kept.
        await SendAsync(new("services", "Norr", $"?f.name=~{new string(':', 190)}", false, false, Replaces: true));
        _scene.Saved.ShouldHaveSingleItem().Query.Length.ShouldBeGreaterThan(3 * 190);
        var filters = string.Join('&', new[] { "name", "cost-centre", "employee", "account" }.Select(column => $"f.{column}=~{new string('å', 200)}"));
        (await Should.ThrowAsync<InvalidInputException>(() => SendAsync(new("services", "Öster", $"?{filters}", false, false)))).Problems.ShouldHaveSingleItem().Code.ShouldBe("ViewTooLong");
        _scene.Saved.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_user_has_thirty_views_of_a_list_and_can_still_change_them()
    {
        var many = Enumerable.Range(1, SaveView.Most).Select(number => _scene.Own with { Id = Guid.CreateVersion7(), Name = $"Vy {number}" }).ToList();
        _scene.Views.ListAsync(Scene.Reach.OrganisationId, _scene.User.Identity!.Id, "services", Arg.Any<CancellationToken>()).Returns([.. many, _scene.Shared]);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new("services", "En till", "", false, false)))).Code.ShouldBe("ViewsTooMany");
        await SendAsync(new("services", "Vy 7", "", false, false, Replaces: true));
        _scene.Saved.ShouldHaveSingleItem().Name.ShouldBe("Vy 7");
    }

    [Fact]
    public async Task It_wants_a_list_that_there_is_and_its_rights()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new("secrets", "Norr", "", false, false)));
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new("services", "Norr", "", false, false), new(Right.ViewInvoices)));
    }

    [Fact]
    public void A_name_is_needed()
    {
        var validator = new SaveView.Validator();
        validator.Problems(new SaveView("services", "Norr", null, false, false)).ShouldBeEmpty();
        validator.Problems(new SaveView("", " ", new('x', 4001), false, false)).ShouldBe(["List NotEmptyValidator", "Name NotEmptyValidator", "Query MaximumLengthValidator"]);
        validator.Problems(new SaveView(new('x', 41), new('x', 61), null, false, false)).ShouldBe(["List MaximumLengthValidator", "Name MaximumLengthValidator"]);
        validator.Problems(new SaveView("services", "två\nrader", null, false, false)).ShouldBe(["Name NameSigns"]);
    }

    private Task<NamedView> SendAsync(SaveView command, ViewScene? scene = null)
    {
        scene ??= _scene;
        return new SaveView.Handler(scene.Lists, scene.Views, scene.User, scene.Audit, Scene.Clock()).Handle(command, default);
    }
}
