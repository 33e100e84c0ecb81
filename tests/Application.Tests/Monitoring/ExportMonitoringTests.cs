using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Monitoring;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.Application.Tests.Reports;
using Connect.Domain.Common;
using Connect.Domain.Monitoring;
using Connect.Domain.Users;
using Connect.TestKit;

namespace Connect.Application.Tests.Monitoring;

[Covers("SVC-3", "export of the period")]
public sealed class ExportMonitoringTests
{
    private readonly MonitoringDesk _desk = new();
    private readonly ReportScene _scene = new();

    [Fact]
    public async Task The_period_is_ordered_as_it_is_shown_now()
    {
        var id = await SendAsync(_desk.Id);
        var ordered = _scene.Ordered.ShouldHaveSingleItem();
        (ordered.Id, ordered.Kind, ordered.FileName).ShouldBe((id, "monitoring", "Övervakning 2026-02-10 – 2026-03-10.xlsx"));
        var report = JsonSerializer.Deserialize<MonitoringReport>(ordered.Parameters, JsonSerializerOptions.Web).ShouldNotBeNull();
        report.ShouldBe(new MonitoringReport(_desk.Id, "Kontoret", MonitoringWindow.Of(MonitoringPeriod.Month, Scene.Now)));
        _scene.Enqueued.ShouldHaveSingleItem().ShouldBe(new NewWork(ExportKinds.WorkKind, id));
        _scene.Audit.About.ShouldBe(("Subscription", _desk.Id));
        _scene.Audit.After.ShouldNotBeNull().ShouldContain("Month");
    }

    [Fact]
    public async Task What_is_not_monitored_has_nothing_to_export()
    {
        _desk.Holds(new MonitoredService { Seq = 7, UserName = "Kontoret" });
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(_desk.Id))).Code.ShouldBe("NotMonitored");
        _scene.Ordered.ShouldBeEmpty();
    }

    [Fact]
    public Task A_service_outside_the_reach_is_not_there() => Should.ThrowAsync<NotFoundException>(() => SendAsync(Guid.CreateVersion7()));

    [Fact]
    public Task It_wants_the_right_to_see_services() => Should.ThrowAsync<ForbiddenException>(() => SendAsync(_desk.Id, new ReportScene(Right.RunReports)));

    [Fact]
    public void The_period_is_one_of_four()
    {
        new ExportMonitoring.Validator().Problems(new ExportMonitoring(_desk.Id, MonitoringPeriod.Day, Guid.CreateVersion7())).ShouldBeEmpty();
        new ExportMonitoring.Validator().Problems(new ExportMonitoring(_desk.Id, 0, Guid.CreateVersion7())).ShouldBe(["Period EnumValidator"]);
    }

    private Task<Guid> SendAsync(Guid service, ReportScene? scene = null)
    {
        scene ??= _scene;
        return new ExportMonitoring.Handler(_desk.Scope, scene.Desk, scene.Kinds, scene.Audit).Handle(new ExportMonitoring(service, MonitoringPeriod.Month, Guid.CreateVersion7()), default);
    }
}
