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
        await SendAsync(job.Id);
        var work = _scene.Enqueued.ShouldHaveSingleItem();
        (work.Kind, work.SubjectId).ShouldBe((RunBulk.KindName, job.Id));
        (_scene.Audit.About, _scene.Audit.After).ShouldBe((("BulkJob", job.Id), "{ Action = AddBarrings, Services = 2 }"));
    }

    [Fact]
    public async Task What_is_not_ready_cannot_be_confirmed()
    {
        (await Should.ThrowAsync<ConflictException>(() => SendAsync(_scene.Stored(BulkJobState.Checking).Id))).Code.ShouldBe("BulkNotReady");
        _scene.Enqueued.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_is_not_there() => await Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    private Task SendAsync(Guid id) => new ConfirmBulk.Handler(_scene.Jobs, _scene.Desk, _scene.User, _scene.Audit).Handle(new ConfirmBulk(id, Guid.NewGuid()), default);
}
