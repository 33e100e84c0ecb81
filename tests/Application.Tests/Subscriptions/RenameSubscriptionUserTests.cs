using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Operator;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-5", "a new user name, and what a name may be")]
public sealed class RenameSubscriptionUserTests
{
    private readonly ISubscriptionRepository _subscriptions = Substitute.For<ISubscriptionRepository>();
    private readonly IWorkQueue _work = Substitute.For<IWorkQueue>();
    private readonly Scene.Audit _audit = new();
    private readonly Subscription _service = Scene.Service();

    public RenameSubscriptionUserTests() => _subscriptions.FindAsync(Scene.Reach, _service.Id, Arg.Any<CancellationToken>()).Returns(_service);

    [Fact]
    public async Task The_new_name_is_saved_with_who_gave_it_and_what_it_was()
    {
        await SendAsync(new(_service.Id, " Bo Berg "));
        _service.Data.UserName.ShouldBe("Bo Berg");
        (_service.NewEvents.ShouldHaveSingleItem().Actor, _service.NewEvents[0].At).ShouldBe(("Anna Åkesson", Scene.Now));
        (_audit.Before, _audit.After).ShouldBe(("{ UserName = Åke Ek }", "{ UserName = Bo Berg }"));
        await _subscriptions.Received(1).SaveAsync(_service, Arg.Any<CancellationToken>());
        await _work.Received(1).EnqueueAsync(Arg.Is<NewWork>(work => work.Kind == SendChange.KindName && work.SubjectId == _service.Id), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task The_same_name_writes_nothing()
    {
        await SendAsync(new(_service.Id, "Åke Ek "));
        await _subscriptions.DidNotReceiveWithAnyArgs().SaveAsync(default!, default);
        await _work.DidNotReceiveWithAnyArgs().EnqueueAsync(default!, default);
    }

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(new(Guid.CreateVersion7(), "Bo")));

    [Theory]
    [InlineData("Bo", null)]
    [InlineData("Bo 😀 Österåker", null)]
    [InlineData("", "NotEmptyValidator")]
    [InlineData("   ", "NotEmptyValidator")]
    [InlineData("Bo\nBerg", "NameSigns")]
    [InlineData("Bo\0", "NameSigns")]
    [InlineData("Bo\uFFFE", "NameSigns")]
    public void A_name_is_text_of_one_line(string name, string? code) => Problems(name).ShouldBe(code is null ? [] : [$"UserName {code}"]);

    // Made here: a lone surrogate does not survive as an attribute's value.
    [Fact]
    public void Half_a_sign_is_no_name() => Problems("Bo" + (char)0xD800).ShouldBe(["UserName NameSigns"]);

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "UserName MaximumLengthValidator")]
    public void A_name_has_its_length(int length, string? problem) => Problems(new string('x', length)).ShouldBe(problem is null ? [] : [problem]);

    private static IEnumerable<string> Problems(string name) => new RenameSubscriptionUser.Validator().Problems(new(Guid.CreateVersion7(), name));

    private Task SendAsync(RenameSubscriptionUser command) =>
        new RenameSubscriptionUser.Handler(_subscriptions, new ChangeDesk(_work, Scene.Clock()), Scene.Caller(), _audit, Scene.Clock()).Handle(command, default);
}
