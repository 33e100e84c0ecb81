using System.Globalization;
using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Reports;
using Connect.Application.Reports.Kept;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Reports.Kept;

public sealed class KeepReportTests
{
    private readonly KeptScene _scene = new();

    [Fact]
    public async Task A_report_is_kept_with_what_it_is_asked_for()
    {
        var id = await SendAsync(Last() with { Name = " Mina samtal " });
        var kept = _scene.Added.ShouldHaveSingleItem();
        (kept.Id, kept.Kind, kept.Name, kept.Every, kept.NextOn).ShouldBe((id, "numbers", "Mina samtal", null, null));
        var asked = JsonSerializer.Deserialize<ReportParameters>(kept.Parameters, JsonSerializerOptions.Web)!;
        (asked.Preset, asked.Number).ShouldBe((PeriodPreset.LastMonth, ReportScene.Number));
        asked.SubscriptionIds.ShouldBe([_scene.Reports.Service.Id]);
        _scene.Reports.Enqueued.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_comes_by_itself_at_six_on_its_first_day()
    {
        var id = await SendAsync(Last() with { Every = ReportInterval.Monthly, Day = 15 });
        _scene.Added[0].NextOn.ShouldBe(new DateOnly(2026, 3, 15));
        (_scene.Awaited.SubjectId, _scene.Awaited.Payload, _scene.Awaited.DueAt).ShouldBe((id, "2026-03-15", new DateTimeOffset(2026, 3, 15, 5, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("2027-03-28", 4)]
    [InlineData("2027-10-31", 5)]
    public async Task Six_is_six_on_the_days_of_the_clock_too(string day, int utc)
    {
        await _scene.Desk.AwaitAsync(_scene.Stored.Id, DateOnly.Parse(day, CultureInfo.InvariantCulture), default);
        _scene.Awaited.DueAt!.Value.UtcDateTime.TimeOfDay.ShouldBe(TimeSpan.FromHours(utc));
    }

    [Fact]
    public async Task A_day_of_the_month_counts_with_a_day_of_the_month_only()
    {
        await SendAsync(Last() with { Every = ReportInterval.Daily, Day = 15 });
        (_scene.Added[0].Day, _scene.Added[0].NextOn).ShouldBe((null, Scene.Today.AddDays(1)));
    }

    [Fact]
    public async Task It_comes_on_a_day_of_the_week()
    {
        await SendAsync(Last() with { Every = ReportInterval.Weekly, Day = 5 });
        (_scene.Added[0].Day, _scene.Added[0].NextOn).ShouldBe((5, new DateOnly(2026, 3, 13)));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_told_beside_the_name()
    {
        _scene.Kept.AddAsync(default!, default).ReturnsForAnyArgs(false);
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(Last() with { Every = ReportInterval.Daily }));
        (refused.Code, refused.Field).ShouldBe(("KeptNameTaken", "Name"));
        _scene.Reports.Enqueued.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dates_of_ones_own_would_tell_the_same_each_time()
    {
        var own = Last() with { Preset = PeriodPreset.Own, From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 1, 31) };
        await SendAsync(own);
        var refused = await Should.ThrowAsync<DomainRuleException>(() => SendAsync(own with { Every = ReportInterval.Daily }));
        (refused.Code, refused.Field).ShouldBe(("ScheduleWantsPreset", "Every"));
        _scene.Added.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reach_and_rights_hold()
    {
        await Should.ThrowAsync<InvalidInputException>(() => SendAsync(Last() with { Number = "08-999 99 99" }));
        await Should.ThrowAsync<ForbiddenException>(() => SendAsync(Last(), new(Right.RunReports)));
        _scene.Added.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_keeps_fifty()
    {
        _scene.Kept.ListAsync(_scene.Stored.UserId, Arg.Any<CancellationToken>()).Returns([.. Enumerable.Repeat(_scene.Stored, KeepReport.Most)]);
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync(Last()))).Code.ShouldBe("KeptReportsTooMany");
    }

    [Fact]
    public void A_name_is_needed_and_a_day_that_every_month_has()
    {
        var validator = new KeepReport.Validator();
        validator.Problems(Last()).ShouldBeEmpty();
        validator.Problems(Last() with { Name = " " }).ShouldBe(["Name NotEmptyValidator"]);
        validator.Problems(Last() with { Name = new('x', 101) }).ShouldBe(["Name MaximumLengthValidator"]);
        validator.Problems(Last() with { Every = (ReportInterval)9 }).ShouldBe(["Every EnumValidator"]);
        validator.Problems(Last() with { Every = ReportInterval.Monthly }).ShouldBe(["Day NotNullValidator"]);
        validator.Problems(Last() with { Every = ReportInterval.Monthly, Day = 29 }).ShouldBe(["Day ReportDay"]);
        validator.Problems(Last() with { Every = ReportInterval.Daily, Day = 99 }).ShouldBeEmpty();
    }

    private static KeepReport Last() => new() { Kind = ReportScene.Numbers.Kind, Number = ReportScene.Number, Preset = PeriodPreset.LastMonth, Name = "Mina samtal", RequestId = Guid.CreateVersion7() };

    private Task<Guid> SendAsync(KeepReport command, KeptScene? scene = null)
    {
        scene ??= _scene;
        return new KeepReport.Handler(scene.Reports.Scope, scene.Kept, scene.Desk, scene.Reports.Audit, scene.Reports.User).Handle(command, default);
    }
}
