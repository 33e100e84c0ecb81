using System.Text;
using Connect.Application.Operator;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Operator;

public abstract class UsageImportTests(DatabaseEngine engine)
{
    private const string Header = "id;organisation;subscription;account;time;type;direction;zone;number;amount;charge;invoice\n";
    private static readonly Stmt SumsAreRight = new("""
        SELECT (SELECT COUNT(*) FROM (
            SELECT SubscriptionSeq, AccountSeq, TrafficType, Direction, Zone, substr(datetime(At, '+1 hour'), 1, 7) AS M, COUNT(*) AS N, SUM(Amount) AS A, SUM(Charge) AS C
            FROM UsageRecord GROUP BY 1, 2, 3, 4, 5, 6) r
          WHERE NOT EXISTS (SELECT 1 FROM UsageMonth m WHERE m.SubscriptionSeq = r.SubscriptionSeq AND m.AccountSeq = r.AccountSeq AND m.TrafficType = r.TrafficType
            AND m.Direction = r.Direction AND m.Zone = r.Zone AND substr(m.Month, 1, 7) = r.M AND m.Records = r.N AND m.Amount = r.A AND m.Charge = r.C))
        + (SELECT COUNT(*) FROM UsageMonth WHERE Records < 1)
        """, """
        SELECT (SELECT COUNT(*) FROM (
            SELECT u.SubscriptionSeq, u.AccountSeq, u.TrafficType, u.Direction, u.Zone, x.M, COUNT(*) AS N, SUM(u.Amount) AS A, SUM(u.Charge) AS C
            FROM UsageRecord u CROSS APPLY (SELECT DATEFROMPARTS(YEAR(DATEADD(hour, 1, u.At)), MONTH(DATEADD(hour, 1, u.At)), 1) AS M) x
            GROUP BY u.SubscriptionSeq, u.AccountSeq, u.TrafficType, u.Direction, u.Zone, x.M) r
          WHERE NOT EXISTS (SELECT 1 FROM UsageMonth m WHERE m.SubscriptionSeq = r.SubscriptionSeq AND m.AccountSeq = r.AccountSeq AND m.TrafficType = r.TrafficType
            AND m.Direction = r.Direction AND m.Zone = r.Zone AND m.Month = r.M AND m.Records = r.N AND m.Amount = r.A AND m.Charge = r.C))
        + (SELECT COUNT(*) FROM UsageMonth WHERE Records < 1)
        """);

    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    public async Task A_call_late_on_the_last_of_january_utc_counts_in_february()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        (await world.AskAsync<DateTime>("SELECT Month FROM UsageMonth WHERE TrafficType = 1 AND Zone = 1")).ShouldBe(new DateTime(2026, 2, 1));
        (await world.AskAsync<int>(SumsAreRight)).ShouldBe(0);
    }

    [Fact]
    public async Task A_changed_record_moves_its_part_of_the_sums()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var report = await world.LoadAsync(("usage.csv", Header
            + "3;O1;S1;;2026-02-02 08:00;sms;outgoing;nationalMobile;0701740641;1;0.69;F-2603\n"
            + "5;O1;S1;A2;2026-01-04T11:00:00Z;data;outgoing;roamingEu;;1000;25;\n"
            + "6;O1;S1;;2026-03-04T11:00:00Z;data;outgoing;roamingEu;;1000;25;\n"));
        var file = report.Files.ShouldHaveSingleItem();
        (file.Rows, file.Added, file.Changed).ShouldBe((3, 1, 2));
        (await world.AskAsync<int>(SumsAreRight)).ShouldBe(0);
    }

    [Fact]
    [Covers("SVC-12", "a load of this month's usage begins one round of warnings, also when it is broken off or loaded again")]
    public async Task Usage_of_this_month_begins_one_round_of_warnings()
    {
        const string Rounds = "SELECT COUNT(*) FROM WorkItem WHERE Kind = 'usage.warnings' AND State = 1";
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        (await world.AskAsync<int>(Rounds)).ShouldBe(0, "the sample's traffic is of months before");
        await world.LoadAsync(("usage.csv", Header + "7;O1;S1;;2026-03-04T11:00:00Z;data;outgoing;national;;1000;0;\n"));
        (await world.AskAsync<int>(Rounds)).ShouldBe(1);
        await world.LoadAsync(("usage.csv", Header + "7;O1;S1;;2026-03-04T11:00:00Z;data;outgoing;national;;2000;0;\n"));
        (await world.AskAsync<int>(Rounds)).ShouldBe(1, "one that waits serves both");
    }

    [Fact]
    [Covers("SVC-11", "usage before the move stays with the account of its day, also when it is loaded late")]
    public async Task Usage_of_a_moved_service_counts_for_the_account_of_its_day()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        await world.AskAsync<int?>("""
            INSERT INTO SubscriptionMove (SubscriptionId, FromAccountId, MovedOn)
            SELECT s.Id, a.Id, '2026-04-15' FROM Subscription s CROSS JOIN Account a WHERE s.ExternalId = 'S1' AND a.ExternalId = 'A2'
            """);
        // The last two: a minute before and at midnight in Stockholm, summer time.
        string[] times = ["2026-03-01T08:00:00Z", "2026-05-01T08:00:00Z", "2026-04-14T21:59:00Z", "2026-04-14T22:00:00Z"];
        var report = await world.LoadAsync(("usage.csv", Header + string.Concat(times.Select((time, i) => $"M{i};O1;S1;;{time};sms;outgoing;nationalMobile;0701740641;1;1;\n"))));
        report.Problems.ShouldBeEmpty();
        foreach (var (i, account) in new[] { "A2", "A3", "A2", "A3" }.Index())
            (await world.AskAsync<string>($"SELECT a.ExternalId FROM UsageRecord u JOIN Account a ON a.Seq = u.AccountSeq WHERE u.ExternalId = 'M{i}'")).ShouldBe(account);
        (await world.AskAsync<int>(SumsAreRight)).ShouldBe(0);
    }

    [Fact]
    [Covers("SVC-11", "a move that the operator makes in its own systems")]
    public async Task A_service_that_comes_with_another_account_has_moved_today()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        for (var i = 0; i < 2; i++) (await world.SampleWithAsync(("subscriptions.csv", text => text.Replace("S1;O1;A3;", "S1;O1;A2;", StringComparison.Ordinal)))).Problems.ShouldBeEmpty();
        (await world.AskAsync<int>("SELECT COUNT(*) FROM SubscriptionMove")).ShouldBe(1, "loaded again it moves no more");
        string[] times = ["2026-03-09T22:59:00Z", "2026-03-09T23:00:00Z"]; // around midnight in Stockholm before the day of the load
        await world.LoadAsync(("usage.csv", Header + string.Concat(times.Select((time, i) => $"M{i};O1;S1;;{time};sms;outgoing;nationalMobile;0701740641;1;1;\n"))));
        foreach (var (i, account) in new[] { "A3", "A2" }.Index())
            (await world.AskAsync<string>($"SELECT a.ExternalId FROM UsageRecord u JOIN Account a ON a.Seq = u.AccountSeq WHERE u.ExternalId = 'M{i}'")).ShouldBe(account);
    }

    [Fact]
    public async Task A_record_that_is_there_twice_counts_once_even_far_apart()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var rows = new StringBuilder(Header).Append("X;O1;S1;;2026-05-02T08:00:00Z;sms;outgoing;nationalMobile;0701740641;1;1;\n");
        for (var i = 0; i < 1500; i++) rows.Append(Call("Y", i, "2026-05-02"));
        rows.Append("X;O1;S1;;2026-05-02T08:00:00Z;sms;outgoing;nationalMobile;0701740641;1;2;\n");
        var report = await world.LoadAsync(("usage.csv", rows.ToString()));
        report.Problems.ShouldBeEmpty();
        (await world.AskAsync<long>("SELECT Charge FROM UsageRecord WHERE ExternalId = 'X'")).ShouldBe(20_000);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM UsageRecord WHERE ExternalId LIKE 'Y%' OR ExternalId = 'X'")).ShouldBe(1501);
        (await world.AskAsync<int>(SumsAreRight)).ShouldBe(0);
    }

    [Fact]
    public async Task A_load_that_was_broken_off_goes_on_where_it_stopped()
    {
        await using var world = new ImportWorld(_engine);
        await world.SampleAsync();
        var rows = new StringBuilder(Header);
        for (var i = 0; i < 5000; i++) rows.Append(Call("Z", i, "2026-02-02"));
        var source = new TextSource([("usage.csv", rows.ToString())]);
        using var stop = new CancellationTokenSource();
        var progress = new Stop(stop);
        await Should.ThrowAsync<OperationCanceledException>(() => world.Scope.RunAsync(services =>
            ((IImporter)services.GetService(typeof(IImporter))!).RunAsync(source, progress, stop.Token)));
        var applied = await world.AskAsync<long>("SELECT RowsApplied FROM ImportRun WHERE EndedAt IS NULL");
        applied.ShouldBeInRange(1, 4999);

        var report = await world.Scope.SendAsync(new ImportData(source));

        report.Files.ShouldHaveSingleItem().Added.ShouldBe(5000 - applied);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM UsageRecord WHERE ExternalId LIKE 'Z%'")).ShouldBe(5000);
        (await world.AskAsync<int>("SELECT COUNT(*) FROM ImportRun WHERE EndedAt IS NULL")).ShouldBe(0);
        (await world.AskAsync<int>(SumsAreRight)).ShouldBe(0);
    }

    private static string Call(string prefix, int index, string day) =>
        $"{prefix}{index};O1;S1;;{day}T09:00:00Z;call;outgoing;nationalMobile;0701740641;60;0.5;\n";

    /// <summary>Breaks off when the first rows have been written.</summary>
    private sealed class Stop(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (!value.IsChecking && value.Rows > 0) stop.Cancel();
        }
    }
}

public sealed class UsageImportOnSqlite() : UsageImportTests(DatabaseEngine.Sqlite);

public sealed class UsageImportOnSqlServer() : UsageImportTests(DatabaseEngine.SqlServer);
