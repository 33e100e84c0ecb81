using Connect.Application.Common.Errors;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Application.Tests.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions;

[Covers("SVC-12", "how the warnings stand is told")]
public sealed class GetDataWarningsTests
{
    private readonly ISubscriptionRepository _subscriptions = Substitute.For<ISubscriptionRepository>();
    private readonly IDataWarnings _warnings = Substitute.For<IDataWarnings>();
    private readonly CurrentUser _user = Scene.Caller();
    private readonly Subscription _service = Scene.Service();

    public GetDataWarningsTests()
    {
        _subscriptions.FindAsync(Scene.Reach, _service.Id, Arg.Any<CancellationToken>()).Returns(_service);
        _warnings.OfAsync(_user.Identity!.Id, _service.Id, Arg.Any<CancellationToken>()).Returns(new DataWarnings(true, false));
        _warnings.OfAsync(_user.Identity!.Id, null, Arg.Any<CancellationToken>()).Returns(new DataWarnings(false, true));
    }

    [Fact]
    public async Task Of_a_service_and_of_all()
    {
        (await AskAsync(_service.Id)).ShouldBe(new DataWarnings(true, false));
        (await AskAsync(null)).ShouldBe(new DataWarnings(false, true));
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => AskAsync(Guid.CreateVersion7()));

    private Task<DataWarnings> AskAsync(Guid? service) => new GetDataWarnings.Handler(_subscriptions, _warnings, _user).Handle(new GetDataWarnings(service), default);
}
