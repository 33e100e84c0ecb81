using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Texts;
using Connect.Application.Reports;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Reports;

[Covers("REP-7", "ordered by number or service, within reach and rights")]
public sealed class GenerateReportTests
{
    private readonly ReportScene _scene = new();

    [Fact]
    public async Task A_report_of_a_number_is_ordered_with_its_parameters_and_put_aside_to_be_written()
    {
        var id = await SendAsync(ByNumber() with { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 1, 31) });
        var ordered = _scene.Ordered.ShouldHaveSingleItem();
        (ordered.Id, ordered.Kind, ordered.FileName, ordered.Language).ShouldBe((id, "numbers", $"{Text.Get("Reports.Traffic")} 2026-01-01 – 2026-01-31.xlsx", "en"));
        (ordered.OrganisationId, ordered.AccountId, ordered.UserId, ordered.CreatedAt).ShouldBe((Scene.Reach.OrganisationId, Scene.Reach.AccountId, _scene.User.Identity!.Id, Scene.Now));
        _scene.Enqueued.ShouldHaveSingleItem().ShouldBe(new NewWork(ExportKinds.WorkKind, id));
        var report = Report();
        report.SubscriptionIds.ShouldBe([_scene.Service.Id]);
        (report.Number, report.CalledNumbers).ShouldBe((ReportScene.Number, CalledNumbers.Masked));
        _scene.Audit.About.ShouldBe(("Subscription", _scene.Service.Id));
    }

    [Fact]
    public async Task Without_a_period_it_is_from_the_first_of_last_month_to_this_day()
    {
        await SendAsync(ByNumber());
        (Report().From, Report().To).ShouldBe((new DateOnly(2026, 2, 1), Scene.Today));
    }

    [Fact]
    public async Task A_chosen_service_goes_before_the_number()
    {
        await SendAsync(ByNumber() with { Number = "08-123 456", SubscriptionId = _scene.Service.Id });
        Report().Number.ShouldBe(ReportScene.Number);
    }

    [Fact]
    public async Task A_number_that_several_services_have_had_is_one_report()
    {
        var earlier = new ReportService(Guid.CreateVersion7(), "+46701740605", "Bo");
        _scene.Subjects.FindByNumberAsync(Scene.Reach, Arg.Any<PhoneNumber>(), Arg.Any<CancellationToken>()).Returns([earlier, _scene.Service]);
        await SendAsync(ByNumber());
        Report().SubscriptionIds.ShouldBe([earlier.Id, _scene.Service.Id]);
    }

    [Fact]
    public async Task A_number_that_nobody_within_the_reach_has_is_said_at_its_field()
    {
        var refused = await Should.ThrowAsync<InvalidInputException>(() => SendAsync(ByNumber() with { Number = "08-999 99 99" }));
        (refused.Problems[0].Field, refused.Problems[0].Code).ShouldBe(("Number", "TrafficNumberUnknown"));
        _scene.Ordered.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_outside_the_reach_is_not_there() =>
        await Should.ThrowAsync<NotFoundException>(() => SendAsync(new GenerateReport { Kind = ReportScene.Numbers.Kind, SubscriptionId = Guid.CreateVersion7(), RequestId = Guid.CreateVersion7() }));

    [Theory]
    [InlineData(CalledNumbers.Masked, true)]
    [InlineData(CalledNumbers.LeftOut, true)]
    [InlineData(CalledNumbers.Shown, false)]
    public async Task Whole_called_numbers_want_their_right(CalledNumbers numbers, bool allowed)
    {
        var scene = new ReportScene(Right.RunReports, Right.ViewSubscriptions);
        if (allowed) await SendAsync(ByNumber() with { CalledNumbers = numbers }, scene);
        else await Should.ThrowAsync<ForbiddenException>(() => SendAsync(ByNumber() with { CalledNumbers = numbers }, scene));
        scene.Ordered.Count.ShouldBe(allowed ? 1 : 0);
    }

    [Theory]
    [InlineData(2, 99, null)]
    [InlineData(3, 3, "ExportsTooMany")]
    [InlineData(0, 100, "ExportsBusy")]
    public async Task One_user_cannot_take_all(int own, int all, string? code)
    {
        _scene.Exports.CountOpenAsync(_scene.User.Identity!.Id, Arg.Any<CancellationToken>()).Returns((own, all));
        if (code is null) await SendAsync(ByNumber());
        else (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(ByNumber()))).Code.ShouldBe(code);
        _scene.Ordered.Count.ShouldBe(code is null ? 1 : 0);
    }

    [Fact]
    public void The_form_is_looked_over()
    {
        Problems(ByNumber()).ShouldBeEmpty();
        Problems(ByNumber() with { Kind = "" }).ShouldBe(["Kind NotEmptyValidator"]);
        Problems(ByNumber() with { Number = "annas" }).ShouldBe(["Number TrafficNumber"]);
        Problems(ByNumber() with { Number = null, SubscriptionId = Guid.CreateVersion7() }).ShouldBeEmpty();
        Problems(ByNumber() with { From = new(2026, 2, 2), To = new(2026, 2, 1) }).ShouldBe(["To TrafficPeriod"]);
        Problems(ByNumber() with { From = new(2026, 2, 2), To = new(2026, 2, 2) }).ShouldBeEmpty();
        Problems(ByNumber() with { CalledNumbers = (CalledNumbers)7 }).ShouldBe(["CalledNumbers EnumValidator"]);
        Problems(ByNumber() with { Preset = (PeriodPreset)70 }).ShouldBe(["Preset EnumValidator"]);
        Problems(ByNumber() with { Preset = PeriodPreset.LastMonth, From = new(1999, 12, 31), To = new(1998, 1, 1) }).ShouldBeEmpty();
        Problems(ByNumber() with { Account = new('1', 41), Invoice = new('1', 41) }).ShouldBe(["Account MaximumLengthValidator", "Invoice MaximumLengthValidator"]);
        foreach (IReadOnlyList<string>? boxes in new[] { null, [null!], new[] { new string('x', 41) }, [.. Enumerable.Repeat("x", 21)] })
            Problems(ByNumber() with { Boxes = boxes! }).ShouldBe(["Boxes ReportBoxUnknown"]);
    }

    private static IEnumerable<string> Problems(GenerateReport command) => new GenerateReport.Validator().Problems(command);

    private static GenerateReport ByNumber() => new() { Kind = ReportScene.Numbers.Kind, Number = ReportScene.Number, RequestId = Guid.CreateVersion7() };

    private ReportParameters Report() => JsonSerializer.Deserialize<ReportParameters>(_scene.Ordered[^1].Parameters, JsonSerializerOptions.Web)!;

    private Task<Guid> SendAsync(GenerateReport command, ReportScene? scene = null)
    {
        scene ??= _scene;
        return new GenerateReport.Handler(scene.Scope, scene.Desk, scene.Kinds, scene.Audit, Scene.Clock()).Handle(command, default);
    }
}
