using Connect.Application.Common.Errors;
using Connect.Application.Subscriptions.Bulk;
using Connect.Application.Tests.Common;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions.Bulk;

public sealed class ConfirmBulkTests
{
    private readonly BulkScene _scene = new();

    [Fact]
    public async Task A_preview_that_is_confirmed_is_put_aside_to_be_carried_out()
    {
        var job = _scene.Stored(BulkJobState.Ready);
        _scene.Jobs.ConfirmAsync(job.Id, null, Scene.Now, Arg.Any<CancellationToken>()).Returns(true);
        _scene.Jobs.CountAsync(job.Id, BulkRowState.Ready, Arg.Any<CancellationToken>()).Returns(1);
        await SendAsync(job.Id);
        var work = _scene.Enqueued.ShouldHaveSingleItem();
        (work.Kind, work.SubjectId).ShouldBe((RunBulk.KindName, job.Id));
        _scene.Audit.About.ShouldBe(("BulkJob", job.Id));
        // So many as will be changed, not as stand in the preview.
        _scene.Audit.After!.ShouldSatisfyAllConditions(told => told.ShouldContain("Action = AddBarrings"), told => told.ShouldContain("Barrings = PremiumCalls"), told => told.ShouldContain("Services = 1"));
    }

    [Fact]
    public async Task What_is_not_ready_cannot_be_confirmed()
    {
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(_scene.Stored(BulkJobState.Checking).Id))).Code.ShouldBe("BulkNotReady");
        _scene.Enqueued.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private Task SendAsync(Guid id) => new ConfirmBulk.Handler(_scene.Jobs, _scene.Desk, _scene.User, _scene.BulkAudit).Handle(new ConfirmBulk(id, Guid.NewGuid()), default);
}
