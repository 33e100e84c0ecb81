using Connect.Application.Common.Errors;
using Connect.Application.Tests.Common;
using Connect.Application.Views;
using Connect.Domain.Common;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Views;

[Covers("LIST-7", "a view gets another name")]
public sealed class RenameViewTests
{
    private readonly ViewScene _scene = new();

    [Fact]
    public async Task Ones_own_view_gets_another_name()
    {
        await SendAsync(new("services", _scene.Own.Id, " Norrut "));
        await _scene.Views.Received(1).RenameAsync(_scene.Own.Id, "Norrut", Arg.Any<CancellationToken>());
        _scene.Audit.Before.ShouldBe("{ List = services, Name = Norr }");
        _scene.Audit.After.ShouldBe("{ List = services, Name = Norrut }");
    }

    [Fact]
    public async Task The_name_of_another_is_told_beside_its_field()
    {
        var failure = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new("services", _scene.Own.Id, "Tagen ")));
        (failure.Code, failure.Field, failure.Arguments.Single()).ShouldBe(("ViewNameTaken", "Name", "Tagen"));
        _scene.Audit.After.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_colleague_shares_is_not_ones_own()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new("services", _scene.Shared.Id, "Norrut")));
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(new("services", _scene.Own.Id, "Norrut"), new(Right.ViewInvoices)));
        await _scene.Views.DidNotReceiveWithAnyArgs().RenameAsync(default, default!, default);
    }

    [Fact]
    public void A_name_is_a_line()
    {
        var validator = new RenameView.Validator();
        validator.Problems(new RenameView("services", default, "Norr")).ShouldBeEmpty();
        validator.Problems(new RenameView("services", default, " ")).ShouldBe(["Name NotEmptyValidator"]);
        validator.Problems(new RenameView("services", default, new('x', 61))).ShouldBe(["Name MaximumLengthValidator"]);
        validator.Problems(new RenameView("services", default, "två\nrader")).ShouldBe(["Name NameSigns"]);
    }

    private Task SendAsync(RenameView command, ViewScene? scene = null)
    {
        scene ??= _scene;
        return new RenameView.Handler(scene.OwnOnes, scene.Views, scene.Audit).Handle(command, default);
    }
}
