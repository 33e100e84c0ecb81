using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions.Bulk;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions.Bulk;

public sealed class CancelBulkTests
{
    private readonly BulkScene _scene = new();

    [Fact]
    public async Task What_has_not_started_is_called_off()
    {
        var job = _scene.Stored(BulkJobState.Running);
        _scene.Jobs.CancelAsync(job.Id, Scene.Now, Arg.Any<CancellationToken>()).Returns(true);
        await SendAsync(job.Id);
        _scene.Audit.About.ShouldBe(("BulkJob", job.Id));
        _scene.Audit.After!.ShouldSatisfyAllConditions(told => told.ShouldContain("Action = AddBarrings"), told => told.ShouldContain("Barrings = PremiumCalls"), told => told.ShouldContain("Services = 2"));
    }

    [Fact]
    public async Task What_has_ended_cannot_be_called_off() => (await Should.ThrowAsync<ConflictException>(() => SendAsync(_scene.Stored(BulkJobState.Done).Id))).Code.ShouldBe("BulkEnded");

    [Fact]
    public async Task Somebody_elses_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private Task SendAsync(Guid id) => new CancelBulk.Handler(_scene.Jobs, _scene.Desk, _scene.User, _scene.BulkAudit).Handle(new CancelBulk(id), default);
}
