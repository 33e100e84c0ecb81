using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Tests.Orders;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Subscriptions;

/// <summary>10 GB in the package, so a GB is 10 %.</summary>
[Covers("SVC-12", "warnings at 80 % and 100 %, once a threshold, service and month")]
public abstract class DataWarningTests(DatabaseEngine engine) : IAsyncLifetime
{
    private const long Giga = 1_000_000_000;
    private static readonly Stmt Deactivate = "UPDATE PortalUser SET IsActive = 0";
    private static readonly Stmt TakeRight = "DELETE FROM UserRight WHERE RightCode = 3";
    private static readonly Stmt MoveUser = "UPDATE PortalUser SET AccountId = @account";
    private static readonly Stmt Hide = "UPDATE Subscription SET IsHidden = 1";
    private static readonly Stmt End = "UPDATE Subscription SET Status = 5";
    private static readonly Stmt CountSent = "SELECT COUNT(*) FROM DataWarningSent";

    private readonly DatabaseEngine _engine = Engines.Available(engine);
    private ReplacementWorld _world = null!;
    private Guid _service, _other;

    public async ValueTask InitializeAsync()
    {
        _world = await ReplacementWorld.MakeAsync(_engine);
        var package = await _world.World.DataPackageAsync();
        _service = await _world.World.SubscriptionAsync(_world.Organisation.RootId, "Åke Ström", phone: "+46701740607", dataPackageId: package);
        _other = await _world.World.SubscriptionAsync(_world.Organisation.RootId, "Bo Ek", dataPackageId: package);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Each_threshold_is_told_once()
    {
        await _world.Anna.SendAsync(new WarnOfData(_service, true));
        (await SubjectsAsync(7)).ShouldBeEmpty();
        (await SubjectsAsync(1)).ShouldHaveSingleItem().ShouldEndWith("Åke Ström har använt 80 % av sin datamängd");
        (await SubjectsAsync(1)).ShouldBeEmpty();
        (await SubjectsAsync(1)).ShouldHaveSingleItem().ShouldContain("100 %");
        (await SubjectsAsync(5)).ShouldBeEmpty();
        _world.Mails.Mails.ShouldAllBe(mail => mail.To == "anna@example.com");
        _world.Mails.Mails[0].Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain("mars 2026"), text => text.ShouldContain("Åke Ström, 070-174\u00a006\u00a007: 8\u00a0GB av 10\u00a0GB (80 %)"), text => text.ShouldContain($"/services/{_service}"));
    }

    [Fact]
    public async Task Both_thresholds_passed_at_once_are_one_mail()
    {
        await _world.Anna.SendAsync(new WarnOfData(_service, true));
        (await SubjectsAsync(12)).ShouldHaveSingleItem().ShouldContain("120 %");
        (await SubjectsAsync(1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_top_up_lowers_the_share_and_a_passed_threshold_is_not_told_again()
    {
        await _world.Anna.SendAsync(new WarnOfData(_service, true));
        (await SubjectsAsync(9)).Count.ShouldBe(1);
        await _world.World.TopUpAsync(_service, 10 * Giga);
        (await SubjectsAsync(1)).ShouldBeEmpty("half of it");
        (await SubjectsAsync(7)).ShouldBeEmpty("80 % was told");
        (await SubjectsAsync(3)).ShouldHaveSingleItem().ShouldContain("100 %");
    }

    [Fact]
    public async Task The_next_month_begins_anew()
    {
        await _world.Anna.SendAsync(new WarnOfData(_service, true));
        (await SubjectsAsync(10)).Count.ShouldBe(1);
        _world.Anna.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 31, 22, 30, 0, TimeSpan.Zero));
        (await SubjectsAsync(0)).ShouldBeEmpty();
        (await SubjectsAsync(8)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_all_services_one_mail_tells_what_is_new()
    {
        await _world.Anna.SendAsync(new WarnOfAllData(true));
        await UseAsync(_other, 10);
        (await SubjectsAsync(8)).ShouldHaveSingleItem().ShouldContain("2 tjänster");
        var text = _world.Mails.Mails[0].Text;
        text.IndexOf("Bo Ek", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Åke Ström", StringComparison.Ordinal), "what is used up stands first");
        text.ShouldContain("(100 %), slut");
        (await SubjectsAsync(2)).ShouldHaveSingleItem().ShouldContain("Åke Ström har använt 100 %");
    }

    [Fact]
    public async Task Turned_on_what_is_used_already_is_told_and_turned_off_nothing()
    {
        await UseAsync(_service, 9);
        await _world.Anna.SendAsync(new WarnOfData(_service, true));
        await _world.Anna.SendAsync(new WarnOfAllData(true));
        (await SubjectsAsync(0)).ShouldHaveSingleItem("one of them was chosen twice").ShouldContain("Åke Ström");
        (await _world.Anna.SendAsync(new GetDataWarnings(_service))).ShouldBe(new DataWarnings(true, true));
        await _world.Anna.SendAsync(new WarnOfAllData(false));
        await _world.Anna.SendAsync(new WarnOfData(_service, false));
        await _world.Anna.SendAsync(new WarnOfData(_service, false));
        (await _world.Anna.SendAsync(new GetDataWarnings(_service))).ShouldBe(new DataWarnings(false, false));
        (await SubjectsAsync(5)).ShouldBeEmpty();
    }

    public static TheoryData<string> NoLonger => ["user", "right", "reach", "hidden", "ended"];

    [Theory]
    [MemberData(nameof(NoLonger))]
    public async Task Who_has_no_reach_or_right_at_the_time_is_not_told(string what)
    {
        await _world.Anna.SendAsync(new WarnOfData(_service, true));
        await _world.Anna.SendAsync(new WarnOfAllData(true));
        var branch = await _world.World.AccountAsync(_world.Organisation.RootId, "Verkstad");
        await _world.World.Db.ExecuteAsync(what switch { "user" => Deactivate, "right" => TakeRight, "reach" => MoveUser, "hidden" => Hide, _ => End }, new { account = branch });
        (await SubjectsAsync(10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Use_on_an_account_outside_the_reach_is_not_told_of()
    {
        var branch = await _world.World.AccountAsync(_world.Organisation.RootId, "Verkstad");
        var service = await _world.World.SubscriptionAsync(branch, dataPackageId: await _world.World.DataPackageAsync());
        await using var karl = _world.ScopeOf(await _world.World.UserAsync(branch, "karl"));
        await karl.SendAsync(new WarnOfData(service, true));
        await _world.World.UsageAsync(service, type: TrafficType.Data, amount: 9 * Giga, accountId: _world.Organisation.RootId);
        (await SubjectsAsync(0)).ShouldBeEmpty();
        await UseAsync(service, 8);
        (await SubjectsAsync(0)).ShouldHaveSingleItem().ShouldContain("80 %");
    }

    [Fact]
    public async Task A_package_without_limit_and_a_service_without_one_run_out_of_nothing()
    {
        var unlimited = await _world.World.SubscriptionAsync(_world.Organisation.RootId, dataPackageId: await _world.World.DataPackageAsync("Obegränsat", null));
        var none = await _world.World.SubscriptionAsync(_world.Organisation.RootId);
        await _world.Anna.SendAsync(new WarnOfAllData(true));
        foreach (var service in new[] { unlimited, none }) await UseAsync(service, 50);
        (await SubjectsAsync(0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Told_by_another_meanwhile_nothing_is_told_twice()
    {
        await _world.Anna.SendAsync(new WarnOfData(_service, true));
        await UseAsync(_service, 8);
        await _world.Anna.RunAsync(async services =>
        {
            var (warnings, transactions) = (services.GetRequiredService<IDataWarnings>(), services.GetRequiredService<ITransactions>());
            var month = new DateOnly(2026, 3, 1);
            var due = await warnings.DueAsync(month, ofAll: false, 10, CancellationToken.None);
            await transactions.RunAsync(() => Mark(due), CancellationToken.None);
            await Should.ThrowAsync<System.Data.Common.DbException>(() => transactions.RunAsync(() => Mark(due), CancellationToken.None));
            await transactions.RunAsync(() => Mark([due[0] with { Told = 80, Used = 10 * Giga }]), CancellationToken.None);
            await Should.ThrowAsync<ConflictException>(() => transactions.RunAsync(() => Mark([due[0] with { Told = 80, Used = 10 * Giga }]), CancellationToken.None));
            return true;

            async Task<bool> Mark(IReadOnlyList<DueDataWarning> told)
            {
                await warnings.MarkAsync(month, told, CancellationToken.None);
                return true;
            }
        });
    }

    [Fact]
    public async Task What_was_told_in_months_that_are_over_is_forgotten_and_each_morning_begins_a_round()
    {
        await _world.Anna.SendAsync(new WarnOfData(_service, true));
        await SubjectsAsync(10);
        await UseAsync(_other, 9);
        await _world.Anna.SendAsync(new WarnOfData(_other, true));
        _world.Anna.Clock.Advance(TimeSpan.FromDays(25));
        await _world.Anna.RunAsync(async services =>
        {
            await services.GetServices<IRecurringWork>().Single(work => work.Name == "data-warnings").RunAsync(CancellationToken.None);
            return true;
        });
        (await _world.World.Db.FirstOrDefaultAsync<int>(CountSent)).ShouldBe(0);
        _world.Anna.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _world.Anna.RunDueWorkAsync()).ShouldBe(2);
    }

    private Task UseAsync(Guid service, long giga) => _world.World.UsageAsync(service, _world.Anna.Clock.GetUtcNow(), TrafficType.Data, amount: giga * Giga);

    // What a load does, and the mails of the round after it.
    private async Task<IReadOnlyList<string>> SubjectsAsync(long giga)
    {
        var before = _world.Mails.Mails.Count;
        if (giga > 0) await UseAsync(_service, giga);
        await _world.Anna.RunAsync(async services =>
        {
            await services.GetRequiredService<UsageRounds>().UsageChangedAsync([new(2026, 2, 1), new(2026, 3, 1), new(2026, 4, 1)], CancellationToken.None);
            return true;
        });
        _world.Anna.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Anna.RunDueWorkAsync();
        return [.. _world.Mails.Mails.Skip(before).Select(mail => mail.Subject)];
    }
}

public sealed class DataWarningOnSqlite() : DataWarningTests(DatabaseEngine.Sqlite);

public sealed class DataWarningOnSqlServer() : DataWarningTests(DatabaseEngine.SqlServer);
