using Connect.Application.Reports;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Reports;
using Connect.TestKit;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>How far there is invoiced traffic: told where nothing else counts.</summary>
public abstract class InvoicedUntilTests(DatabaseEngine engine)
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    [Covers("REP-8", "how far there is invoiced traffic")]
    public async Task It_is_the_Swedish_day_of_the_last_within_the_reach()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var world = scene.World;
        (await AskAsync(scene)).ShouldBeNull();
        await world.UsageAsync(scene.Service, new(2026, 2, 10, 8, 0, 0, TimeSpan.Zero));
        await world.UsageAsync(scene.Service, new(2026, 2, 14, 23, 30, 0, TimeSpan.Zero));
        await world.UsageAsync(scene.Service, new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), invoice: null);
        await world.UsageAsync(await world.SubscriptionAsync(scene.Organisation.RootId, "Bo"), new(2026, 2, 20, 8, 0, 0, TimeSpan.Zero));
        await world.UsageAsync(await world.SubscriptionAsync((await world.OrganisationAsync("Bolaget")).RootId), new(2026, 3, 5, 8, 0, 0, TimeSpan.Zero));

        (await AskAsync(scene)).ShouldBe(new DateOnly(2026, 2, 20));
        (await scene.As(await world.UserAsync(scene.SubAccount)).SendAsync(new GetReport("all-traffic"))).InvoicedUntil.ShouldBe(new DateOnly(2026, 2, 15));
        (await scene.As().SendAsync(new GetReport("calls"))).InvoicedUntil.ShouldBeNull();
    }

    private static async Task<DateOnly?> AskAsync(ExportScene scene) => (await scene.As().SendAsync(new GetReport("all-traffic"))).InvoicedUntil;
}

public sealed class InvoicedUntilOnSqlite() : InvoicedUntilTests(DatabaseEngine.Sqlite)
{
    /// <summary>However many records there are: one look at the end of the index for each account.</summary>
    [Fact]
    public async Task No_record_is_read_but_the_last_of_each_account()
    {
        await using var scene = await ExportScene.MakeAsync(DatabaseEngine.Sqlite);
        var explain = new Stmt("EXPLAIN QUERY PLAN " + ReportSubjects.SelectInvoiced.Sqlite, ReportSubjects.SelectInvoiced.SqlServer);
        var plan = (await scene.World.Db.ListAsync<Step>(explain, new { organisationId = scene.Organisation.Id, reachId = scene.Organisation.RootId })).Select(step => step.Detail).ToList();
        plan.ShouldContain("SEARCH u USING INDEX IX_UsageRecord_Invoiced (AccountSeq=?)", string.Join(" | ", plan));
        plan.ShouldNotContain(step => step.StartsWith("SCAN u", StringComparison.Ordinal) || step.StartsWith("SCAN a", StringComparison.Ordinal), string.Join(" | ", plan));
    }

    private sealed record Step { public string Detail { get; init; } = ""; }
}

public sealed class InvoicedUntilOnSqlServer() : InvoicedUntilTests(DatabaseEngine.SqlServer);
