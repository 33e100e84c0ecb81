using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Domain.Common;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

public sealed class RunExportAgainTests
{
    private readonly ReportScene _scene = new();

    [Theory]
    [InlineData(ExportState.Done)]
    [InlineData(ExportState.Failed)]
    public async Task The_same_is_ordered_once_more(ExportState state)
    {
        var stored = _scene.Stored(state);
        var id = await SendAsync(_scene, stored.Id);
        var again = _scene.Ordered.ShouldHaveSingleItem();
        (again.Id, again.Kind, again.Parameters, again.FileName).ShouldBe((id, stored.Kind, stored.Parameters, stored.FileName));
        id.ShouldNotBe(stored.Id);
        _scene.Enqueued.ShouldHaveSingleItem().ShouldBe(new NewWork(ExportKinds.WorkKind, id));
    }

    [Fact]
    public async Task It_is_a_result_of_the_same_kept_report()
    {
        var (stored, kept) = (_scene.Stored(), Guid.CreateVersion7());
        _scene.Exports.FindAsync(default, default, default, default).ReturnsForAnyArgs(stored with { KeptReportId = kept });
        await SendAsync(_scene, stored.Id);
        (_scene.Ordered[0].KeptReportId, _scene.Ordered[0].AskedKeptReportId).ShouldBe((null, kept));
    }

    [Fact]
    public async Task The_audit_log_tells_what_it_holds()
    {
        var stored = _scene.Stored(parameters: new() { SubscriptionIds = [_scene.Service.Id], From = new(2026, 2, 1), To = new(2026, 2, 28), CalledNumbers = CalledNumbers.Shown });
        await new RunExportAgain.Handler(_scene.Exports, _scene.Desk, _scene.ReportKinds, _scene.Audit, _scene.User).Handle(new(stored.Id, Guid.CreateVersion7()), default);
        _scene.Audit.About.ShouldBe(("Subscription", _scene.Service.Id));
        _scene.Audit.After!.ShouldContain("CalledNumbers = Shown");
        _scene.Audit.After!.ShouldContain($"FileName = {stored.FileName}");
    }

    [Fact]
    public async Task What_is_not_ones_own_is_not_there_and_rights_and_limits_hold()
    {
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(_scene, Guid.CreateVersion7()));
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(_scene, _scene.Stored(kind: "gone").Id));
        var without = new ReportScene(Right.RunReports);
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(without, without.Stored().Id));
        _scene.Exports.CountOpenAsync(_scene.User.Identity!.Id, Arg.Any<CancellationToken>()).Returns((3, 3));
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_scene, _scene.Stored().Id))).Code.ShouldBe("ExportsTooMany");
        _scene.Ordered.ShouldBeEmpty();
    }

    private static Task<Guid> SendAsync(ReportScene scene, Guid id) =>
        new RunExportAgain.Handler(scene.Exports, scene.Desk, scene.Kinds, scene.Audit, scene.User).Handle(new(id, Guid.CreateVersion7()), default);
}
