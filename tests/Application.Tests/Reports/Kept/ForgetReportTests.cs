using Connect.Application.Common.Errors;
using Connect.Application.Reports.Kept;
using NSubstitute;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class ForgetReportTests
{
    private readonly KeptScene _scene = new();

    [Fact]
    public async Task Ones_own_is_removed()
    {
        await SendAsync(_scene.Stored.Id);
        await _scene.Kept.Received(1).RemoveAsync(_scene.Stored.Id, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Anothers_is_not_there()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(_scene.Others().Id));
        await _scene.Kept.DidNotReceiveWithAnyArgs().RemoveAsync(default, default);
    }

    private Task SendAsync(Guid id) => new ForgetReport.Handler(_scene.Desk, _scene.Kept, _scene.Reports.Audit).Handle(new(id), default);
}
