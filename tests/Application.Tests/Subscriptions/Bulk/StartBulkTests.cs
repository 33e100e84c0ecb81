using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Subscriptions.Bulk;
using Connect.Application.Tests.Common;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using Connect.TestKit;
using NSubstitute;

namespace Connect.Application.Tests.Subscriptions.Bulk;

[Covers("SVC-15", "choose in the list or a file, one action")]
public sealed class StartBulkTests
{
    private static readonly BulkWish Bar = new() { Kind = BulkKind.AddBarrings, Barrings = [BarringKind.PremiumCalls] };
    private readonly BulkScene _scene = new();

    [Fact]
    public async Task The_job_is_kept_with_a_row_for_each_service_and_its_preview_put_aside()
    {
        var (one, other) = (_scene.Has("+46701740605"), _scene.Has("+46701740606"));
        var id = await SendAsync([new($"{one.Id}"), new("070-174 06 06")]);
        var job = _scene.Added.ShouldHaveSingleItem();
        (job.Id, job.UserId, job.AccountId, job.Kind, job.CreatedAt).ShouldBe((id, _scene.UserId, Scene.Reach.AccountId, BulkKind.AddBarrings, Scene.Now));
        job.Rows.Select(row => (row.No, row.Service?.Id, row.Problem)).ShouldBe([(1, one.Id, null), (2, other.Id, null)]);
        var work = _scene.Enqueued.ShouldHaveSingleItem();
        (work.Kind, work.SubjectId).ShouldBe((CheckBulk.KindName, id));
        _scene.Audit.About.ShouldBe(("BulkJob", id));
    }

    [Fact]
    public async Task All_that_match_a_filter_are_taken_with_the_filter_of_the_list()
    {
        var one = _scene.Has("+46701740605");
        await Handler().Handle(new StartBulk(Bar, Guid.NewGuid()) { Matching = "?f.name=~%C3%A5ke" }, default);
        _scene.Added.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem().Service!.Id.ShouldBe(one.Id);
        await _scene.Targets.Received(1).MatchingAsync(Scene.Reach, Arg.Is<ListRequest>(request => ((TextFilter)request.Filters["name"]).Text == "åke"), 4, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_filter_that_is_not_understood_is_refused_rather_than_passed_over() =>
        await Should.ThrowAsync<InvalidInputException>(() => Handler().Handle(new StartBulk(Bar, Guid.NewGuid()) { Matching = "?f.nonsense=1" }, default));

    [Fact]
    public async Task What_is_not_found_named_twice_or_no_value_stands_in_its_row_and_the_others_go_on()
    {
        _scene.Options = new() { MostRows = 20 };
        var one = _scene.Has("+46701740605");
        _scene.Has("+46701740607");
        _scene.Has("+46701740607");
        var rows = await RowsAsync([new($"{Guid.CreateVersion7()}"), new("070-174 06 99"), new("hej"), new("  "), new("070-174 06 05"), new($"{one.Id}"), new("0701740607"), new("0701740608", Formula: "A9")]);
        rows.Select(Problem).ShouldBe(
            ["BulkServiceUnknown", "BulkServiceUnknown", "BulkServiceUnknown", "BulkServiceMissing", "", "BulkTwice 5", "BulkServiceAmbiguous", "BulkFormula A9"]);
        rows[2].Given.ShouldBe("hej");
    }

    [Fact]
    public async Task A_row_that_names_another_user_than_the_services_is_refused_and_takes_the_service_from_no_row()
    {
        _scene.Options = new() { MostRows = 20 };
        _scene.Has("+46701740605");
        BulkService Of(string? user) => new("070-174 06 05", UserName: user);
        (await RowsAsync([Of("Bo Berg"), Of(" A\u030Ake  EK\u00A0")])).Select(Problem).ShouldBe(["BulkOtherUser Bo Berg Åke Ek", ""]);
        (await RowsAsync([Of(" Bo Berg ") with { Formula = "A2" }])).Select(Problem).ShouldBe(["BulkFormula A2"]);
        (await RowsAsync([Of("")])).Select(Problem).ShouldBe([""]);
        (await RowsAsync([Of("  ")])).Select(Problem).ShouldBe([""]);
        (await RowsAsync([Of("\uFFFF")])).Select(Problem).ShouldBe(["BulkOtherUser \uFFFF Åke Ek"]);
        new StartBulk.Validator().Problems(new StartBulk(Bar, Guid.NewGuid()) { Services = [Of(new string('x', 201))] }).ShouldBe(["Services[0] BulkServiceUnknown"]);
    }

    [Fact]
    public async Task A_service_is_named_by_its_user_where_no_other_in_use_is_that_ones()
    {
        _scene.Options = new() { MostRows = 20 };
        var line = _scene.Has(null, user: "Fiber  Malmö");
        _scene.Has(null, SubscriptionStatus.Terminated, user: "Kontor");
        var office = _scene.Has(null, user: "Kontor");
        _scene.Has("+46701740605");
        _scene.Has(null);
        _scene.Known[0] = line with { UserName = "Fiber Malmö" };
        var rows = await RowsAsync([new("fiber  MALMÖ"), new("Kontor"), new("Åke Ek"), new("Fiber Lund")]);
        rows.Select(row => (row.Service?.Id, Problem(row))).ShouldBe([(line.Id, ""), (office.Id, ""), (null, "BulkUserAmbiguous Åke Ek"), (null, "BulkServiceUnknown")]);
    }

    [Fact]
    public async Task A_file_names_each_service_so_that_it_is_found_again()
    {
        var (one, ended, line, twin, other) = (_scene.Has("+46701740605"), _scene.Has("+46701740605", SubscriptionStatus.Terminated), _scene.Has(null, user: "Fiber"), _scene.Has(null, user: "Kontor"), _scene.Has(null, user: "Kontor"));
        var names = await _scene.Finder.NamesAsync(_scene.Known, default);
        new[] { one, ended, line, twin, other }.Select(service => names[service.Id]).ShouldBe(["070-174 06 05", $"{ended.Id}", "Fiber", $"{twin.Id}", $"{other.Id}"]);
    }

    [Fact]
    public async Task A_job_is_made_instead_of_a_preview_with_its_services_and_what_each_had_of_its_own()
    {
        var (before, service) = (_scene.Stored(BulkJobState.Ready), _scene.Has("+46701740605"));
        _scene.Jobs.ServicesAsync(before.Id, Arg.Any<CancellationToken>()).Returns([new($"{service.Id}", new Dictionary<string, string> { ["cost-centre"] = "4711" }, 7), new("Ingen", null, 9)]);
        // The one that is discarded takes no place.
        _scene.Jobs.CountOpenAsync(_scene.UserId, Arg.Any<CancellationToken>()).Returns(_ => (_scene.Jobs.ReceivedCalls().Any(call => call.GetMethodInfo().Name == "CancelAsync") ? 4 : 5, 0));
        await Handler().Handle(new StartBulk(new() { Kind = BulkKind.AddBarrings, Barrings = [BarringKind.AllData] }, Guid.NewGuid()) { InsteadOf = before.Id }, default);
        await _scene.Jobs.Received(1).CancelAsync(before.Id, Scene.Now, Arg.Any<CancellationToken>());
        _scene.Added.ShouldHaveSingleItem().Rows.Select(row => (row.No, row.Service?.Id, row.Given, row.Values?.Count, row.Problem?.Code)).ShouldBe([(7, service.Id, null, 1, null), (9, null, "Ingen", null, "BulkServiceUnknown")]);
        // Of another action they mean nothing, a formula in one of them neither; that of which service it is does.
        _scene.Jobs.ServicesAsync(before.Id, Arg.Any<CancellationToken>()).Returns([new($"{service.Id}", new Dictionary<string, string> { ["cost-centre"] = "4711" }, 7, "C7", FormulaOf: "cost-centre"), new("Ingen", null, 9, "A9", FormulaOf: "service"), new("Ingen", null, 10, "A10")]);
        await Handler().Handle(new StartBulk(new() { Kind = BulkKind.RemoveBarrings, Barrings = [BarringKind.AllData] }, Guid.NewGuid()) { InsteadOf = before.Id }, default);
        _scene.Added[^1].Rows[0].ShouldSatisfyAllConditions(row => row.Values.ShouldBeNull(), row => row.Problem.ShouldBeNull());
        _scene.Added[^1].Rows.Skip(1).Select(Problem).ShouldBe(["BulkFormula A9 service", "BulkFormula A10"]);
        await Should.ThrowAsync<NotFoundException>(() => Handler().Handle(new StartBulk(Bar, Guid.NewGuid()) { InsteadOf = Guid.NewGuid() }, default));
        new StartBulk.Validator().Problems(new StartBulk(Bar, Guid.NewGuid()) { InsteadOf = before.Id, Matching = "" }).ShouldBe(["Services BulkNone"]);
        // Its rows may say themselves what the form leaves open.
        new StartBulk.Validator().Problems(new StartBulk(new() { Kind = BulkKind.Terminate }, Guid.NewGuid()) { InsteadOf = before.Id }).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_file_in_its_place_discards_the_preview_too()
    {
        var (before, service) = (_scene.Stored(BulkJobState.Ready), _scene.Has("+46701740605"));
        var start = new StartBulk(new() { Kind = BulkKind.AddBarrings, Barrings = [BarringKind.AllData] }, Guid.NewGuid()) { InsteadOf = before.Id, Services = [new("070-174 06 05")] };
        new StartBulk.Validator().Problems(start).ShouldBeEmpty();
        await Handler().Handle(start, default);
        await _scene.Jobs.Received(1).CancelAsync(before.Id, Scene.Now, Arg.Any<CancellationToken>());
        _scene.Added.ShouldHaveSingleItem().Rows.ShouldHaveSingleItem().Service?.Id.ShouldBe(service.Id);
    }

    [Fact]
    public async Task A_number_that_has_come_back_is_that_of_the_service_that_has_it_now()
    {
        _scene.Has("+46701740605", SubscriptionStatus.Terminated);
        var now = _scene.Has("+46701740601", fixedNumber: "+46701740605");
        (await RowsAsync([new("070-174 06 05")]))[0].Service!.Id.ShouldBe(now.Id);
    }

    [Fact]
    public async Task What_a_row_has_of_its_own_is_read_for_it_alone()
    {
        _scene.Has("+46701740605");
        _scene.Has("+46701740606");
        var move = new BulkWish { Kind = BulkKind.Move };
        var rows = await RowsAsync([new("0701740605", new Dictionary<string, string> { ["day"] = "2026-04-01" }, Row: 7), new("0701740606", new Dictionary<string, string> { ["day"] = "i morgon" }, Row: 9)], move);
        rows.Select(row => (row.No, row.Problem?.Code)).ShouldBe([(7, null), (9, "BulkDayWrong")]);
    }

    [Theory]
    [InlineData(5, 0, "BulkJobsTooMany")]
    [InlineData(0, 100, "BulkBusy")]
    public async Task One_user_and_all_together_have_so_many_jobs_open(int own, int all, string code)
    {
        _scene.Jobs.CountOpenAsync(_scene.UserId, Arg.Any<CancellationToken>()).Returns((own, all));
        (await Should.ThrowAsync<DomainRuleException>(() => SendAsync([new("0701740605")]))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task More_than_a_job_may_have_are_refused()
    {
        for (var i = 0; i < 4; i++) _scene.Has($"+4670174060{i}");
        (await Should.ThrowAsync<InvalidInputException>(() => SendAsync([.. _scene.Known.Select(one => new BulkService($"{one.Id}"))]))).Problems[0].Code.ShouldBe("BulkTooMany");
        (await Should.ThrowAsync<InvalidInputException>(() => Handler().Handle(new StartBulk(Bar, Guid.NewGuid()) { Matching = "" }, default))).Problems[0].Code.ShouldBe("BulkTooMany");
    }

    [Fact]
    public async Task A_filter_that_nothing_matches_makes_no_job() =>
        (await Should.ThrowAsync<InvalidInputException>(() => Handler().Handle(new StartBulk(Bar, Guid.NewGuid()) { Matching = "" }, default))).Problems[0].Code.ShouldBe("BulkNone");

    [Fact]
    public async Task What_is_wished_for_all_and_would_be_refused_for_each_is_said_beside_its_field()
    {
        async Task<string> WrongAsync(BulkWish wish) => string.Join(", ",
            (await Should.ThrowAsync<InvalidInputException>(() => Handler().Handle(new StartBulk(wish, Guid.NewGuid()) { Services = [new("0701740605")] }, default))).Problems.Select(problem => $"{problem.Field} {problem.Code}"));
        var today = DateOnly.FromDateTime(Scene.Now.Date);
        (await WrongAsync(new() { Kind = BulkKind.Terminate, Day = today.AddDays(-1) })).ShouldBe("Wish.Day DayHasBeen");
        (await WrongAsync(new() { Kind = BulkKind.AddBarrings, Barrings = [BarringKind.AllOutgoing, BarringKind.PremiumCalls] })).ShouldBe("Wish.Barrings BarringPartOf");
        (await WrongAsync(new() { Kind = BulkKind.Terminate, Day = today.AddYears(11) })).ShouldBe("Wish.Day DayTooFar");
        (await WrongAsync(new() { Kind = BulkKind.Move, Account = "999", Day = today.AddDays(-1) })).ShouldBe("Wish.Day DayHasBeen, Wish.Account AccountUnknown");
        (await WrongAsync(new() { Kind = BulkKind.Change, Day = today, DataPackage = Guid.NewGuid(), PriceList = Guid.NewGuid() })).ShouldBe("Wish.DataPackage PlanUnknown, Wish.PriceList PlanUnknown");
        _scene.Has("+46701740605");
        (await RowsAsync([new("0701740605")], new() { Kind = BulkKind.Terminate, Day = today })).ShouldHaveSingleItem().Problem.ShouldBeNull();
        (await RowsAsync([new("0701740605")], new() { Kind = BulkKind.References, Day = today.AddDays(-1), CostCentre = "1" })).ShouldHaveSingleItem().Problem.ShouldBeNull();
    }

    [Fact]
    public void What_can_be_seen_to_be_wrong_is_said_by_the_names_of_the_form()
    {
        Problems(Bar).ShouldBeEmpty();
        Problems(Bar with { Barrings = [] }).ShouldBe(["Wish.Barrings BarringNone"]);
        Problems(new() { Kind = BulkKind.Forwardings }).ShouldBe(["Wish.Unconditional ForwardingNone"]);
        Problems(new() { Kind = BulkKind.Forwardings, Busy = "112", NoReply = "08-465 004 11", RingSeconds = 7 }).ShouldBe(["Wish.Busy ForwardToEmergency", "Wish.RingSeconds RingSeconds"]);
        Problems(new() { Kind = BulkKind.Forwardings, Busy = "-" }).ShouldBeEmpty();
        Problems(new() { Kind = BulkKind.Change }).ShouldBe(["Wish.DataPackage BulkPlanMissing", "Wish.Day DayNeeded"]);
        Problems(new() { Kind = BulkKind.Move }).ShouldBe(["Wish.Account NotEmptyValidator", "Wish.Day DayNeeded"]);
        Problems(new() { Kind = BulkKind.Terminate }).ShouldBe(["Wish.Day DayNeeded"]);
        Problems(new() { Kind = BulkKind.References }).ShouldBe(["Wish.CostCentre BulkReferencesMissing"]);
        Problems(new() { Kind = BulkKind.References, CostCentre = new string('x', 51) }).ShouldBe(["Wish.CostCentre MaximumLengthValidator"]);
        Problems(new()).ShouldBe(["Wish.Kind BulkKindMissing"]);
    }

    [Fact]
    public void There_are_services_one_way_or_the_other()
    {
        var start = new StartBulk(Bar, Guid.NewGuid());
        new StartBulk.Validator().Problems(start).ShouldBe(["Services BulkNone"]);
        new StartBulk.Validator().Problems(start with { Matching = "", Services = [new("0701740605")] }).ShouldBe(["Services BulkNone"]);
        new StartBulk.Validator().Problems(start with { Matching = new string('x', 2001) }).ShouldBe(["Matching MaximumLengthValidator"]);
        new StartBulk.Validator().Problems(start with { Services = [new(new string('0', 201))] }).ShouldBe(["Services[0] BulkServiceUnknown"]);
        new StartBulk.Validator().Problems(start with { Services = [new("1", new Dictionary<string, string> { ["day"] = new string('0', 1501) })] }).ShouldBe(["Services[0] BulkServiceUnknown"]);
        new StartBulk.Validator().Problems(start with { Services = [null!] }).ShouldBe(["Services[0] BulkServiceUnknown"]);
        new StartBulk.Validator().Problems(start with { Services = [new("1", new Dictionary<string, string> { ["day"] = null! })] }).ShouldBe(["Services[0] BulkServiceUnknown"]);
        new StartBulk.Validator().Problems(new(new(), Guid.NewGuid()) { Services = [new("1", new Dictionary<string, string> { ["day"] = "2026-04-01" })] }).ShouldBe(["Wish.Kind BulkKindMissing"]);
        new StartBulk.Validator().Problems(start with { Services = [new("1")], FileName = new string('x', 201) }).ShouldBe(["FileName MaximumLengthValidator"]);
        // Nothing is kept that has no end, whatever the rows have of their own and whether the action asks for it or not.
        var own = start with { Services = [new("1", new Dictionary<string, string> { ["day"] = "2026-04-01" })] };
        var text = new string('x', 201);
        new StartBulk.Validator().Problems(own with { Wish = new() { Kind = BulkKind.Terminate, Unconditional = text, NotReachable = text, Busy = text, NoReply = text, Account = text, CostCentre = text, EmployeeNumber = text } })
            .ShouldBe(new[] { "Unconditional", "NotReachable", "Busy", "NoReply", "Account", "CostCentre", "EmployeeNumber" }.Select(field => $"Wish.{field} MaximumLengthValidator"));
        new StartBulk.Validator().Problems(own with { Wish = Bar with { Barrings = [.. Enumerable.Repeat(BarringKind.AllData, 100)] } }).ShouldBe(["Wish.Barrings EnumValidator"]);
        // What is wrong for all is said whatever the rows have; what is lacking they may have of their own.
        new StartBulk.Validator().Problems(own with { Wish = new() { Kind = BulkKind.Forwardings, Busy = "112" } }).ShouldBe(["Wish.Busy ForwardToEmergency"]);
        new StartBulk.Validator().Problems(own with { Wish = new() { Kind = BulkKind.Forwardings, NoReply = "08-465 004 11" } }).ShouldBeEmpty();
        new StartBulk.Validator().Problems(own with { Wish = new() { Kind = BulkKind.Forwardings, NoReply = "08-465 004 11", RingSeconds = 7 } }).ShouldBe(["Wish.RingSeconds RingSeconds"]);
        new StartBulk.Validator().Problems(own with { Wish = new() { Kind = BulkKind.Change } }).ShouldBe(["Wish.DataPackage BulkPlanMissing"]);
        // What rows have of their own is looked at row by row.
        new StartBulk.Validator().Problems(new(new() { Kind = BulkKind.Terminate }, Guid.NewGuid()) { Services = [new("1", new Dictionary<string, string> { ["day"] = "2026-04-01" })] }).ShouldBeEmpty();
    }

    private static string Problem(NewBulkRow row) => row.Problem is { } problem ? string.Join(' ', [problem.Code, .. problem.Arguments]) : "";

    private static IEnumerable<string> Problems(BulkWish wish) => new StartBulk.Validator().Problems(new(wish, Guid.NewGuid()) { Matching = "" });

    private async Task<IReadOnlyList<NewBulkRow>> RowsAsync(IReadOnlyList<BulkService> services, BulkWish? wish = null)
    {
        await SendAsync(services, wish);
        return _scene.Added[^1].Rows;
    }

    private Task<Guid> SendAsync(IReadOnlyList<BulkService> services, BulkWish? wish = null) => Handler().Handle(new StartBulk(wish ?? Bar, Guid.NewGuid()) { Services = services }, default);

    private StartBulk.Handler Handler() => new(_scene.Jobs, new BulkRowMaker(_scene.Targets, _scene.Finder, _scene.Common, _scene.Options, _scene.User), _scene.Desk, _scene.User, _scene.BulkAudit);
}
