using Connect.Application.Accounts;
using Connect.Application.Common.Errors;
using Connect.Domain.Common;
using NSubstitute;

namespace Connect.Application.Tests.Accounts;

public sealed class RemoveContactPersonTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task A_person_is_removed_and_the_history_says_so()
    {
        await SendAsync(new(AccountScene.Number, _scene.Person.Id));
        await _scene.Repository.Received(1).RemoveAsync(_scene.Person, Arg.Any<CancellationToken>());
        _scene.Saved.ShouldHaveSingleItem().NewEvents.ShouldHaveSingleItem().Values.ShouldBe(["Bo Ek"]);
        _scene.Audit.After.ShouldBeNull();
    }

    [Fact]
    public async Task A_person_that_somebody_logs_in_as_stays()
    {
        _scene.Person = _scene.Person with { HasUser = true };
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(new(AccountScene.Number, _scene.Person.Id)))).Code.ShouldBe("ContactPersonHasUser");
        await _scene.Repository.DidNotReceiveWithAnyArgs().RemoveAsync(default!, default);
    }

    [Fact]
    public async Task A_person_of_another_account_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new(AccountScene.Number, Guid.CreateVersion7())));

    private Task SendAsync(RemoveContactPerson command) => new RemoveContactPerson.Handler(_scene.Repository, _scene.Desk).Handle(command, default);
}
