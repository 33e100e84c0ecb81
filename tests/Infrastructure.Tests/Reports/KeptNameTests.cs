using Connect.Application.Reports.Kept;
using Connect.Domain.Common;
using Connect.Domain.Reports;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>A user's kept reports are told apart by their names.</summary>
public abstract class KeptNameTests(DatabaseEngine engine)
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    [Covers("REP-0", "a kept report is changed; two of one owner have two names")]
    public async Task A_name_is_taken_once_by_each_owner()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var scope = scene.As();
        var id = await scope.SendAsync(Keep("Mina samtal"));
        (await Should.ThrowAsync<DomainRuleException>(() => scope.SendAsync(Keep("MINA SAMTAL")))).Code.ShouldBe("KeptNameTaken");
        await scope.SendAsync(Keep("Andra samtal"));
        (await Should.ThrowAsync<DomainRuleException>(() => scope.SendAsync(Change(id, "Andra samtal")))).Code.ShouldBe("KeptNameTaken");
        (await scope.SendAsync(new GetKeptReport(id))).Name.ShouldBe("Mina samtal");
        await scene.As(await scene.World.UserAsync(scene.Organisation.RootId, "bo")).SendAsync(Keep("Mina samtal"));

        await scope.SendAsync(Change(id, "Mina Samtal") with { Every = ReportInterval.Weekly, Day = 1, Preset = PeriodPreset.ThisYear });
        var changed = await scope.SendAsync(new GetKeptReport(id));
        (changed.Name, changed.Every, changed.Day, changed.NextOn, changed.Report!.Preset).ShouldBe(("Mina Samtal", ReportInterval.Weekly, 1, new DateOnly(2026, 3, 16), PeriodPreset.ThisYear));
    }

    [Fact]
    public async Task Of_two_that_are_kept_at_once_under_one_name_one_is_told()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        var (one, other) = (scene.As(), scene.As());
        var sent = new[] { one, other }.Select(scope => Task.Run(async () =>
        {
            try
            {
                await scope.SendAsync(Keep("Mina samtal"));
                return "kept";
            }
            catch (DomainRuleException refused)
            {
                return refused.Code;
            }
        }));
        (await Task.WhenAll(sent)).ShouldBe(["kept", "KeptNameTaken"], ignoreOrder: true);
    }

    internal static KeepReport Keep(string name) => new() { Kind = "traffic", Number = "070-174 06 05", Preset = PeriodPreset.LastMonth, Name = name, RequestId = Guid.CreateVersion7() };

    private static ChangeReport Change(Guid id, string name) => new() { Id = id, Kind = "traffic", Number = "070-174 06 05", Preset = PeriodPreset.LastMonth, Name = name };
}

public sealed class KeptNamesOnSqlite() : KeptNameTests(DatabaseEngine.Sqlite)
{
    private static readonly Stmt Undo = new(
        """
        DROP INDEX UX_KeptReport_Name;
        CREATE INDEX IX_KeptReport_User ON KeptReport (UserId, Name);
        ALTER TABLE ReportExport DROP COLUMN AskedKeptReportId;
        ALTER TABLE ReportExport DROP COLUMN Sheets;
        DROP INDEX IX_UsageRecord_Invoiced;
        DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0058_kept_names%';
        """,
        "SELECT 1"); // of this engine alone

    private static readonly Stmt Rename = "UPDATE KeptReport SET Name = @name WHERE Id = @id";
    private static readonly Stmt SelectNames = "SELECT Name FROM KeptReport ORDER BY Id";

    [Fact]
    public async Task Doubles_of_before_are_numbered()
    {
        await using var scene = await ExportScene.MakeAsync(DatabaseEngine.Sqlite);
        var scope = scene.As();
        await scene.World.Db.ExecuteAsync(Undo);
        string[] names = ["Samtal", "samtal", "SAMTAL", "samtal (2)", "Annat"];
        List<Guid> ids = [];
        foreach (var name in names) ids.Add(await scope.SendAsync(Keep($"{Guid.CreateVersion7()}")));
        foreach (var (id, name) in ids.Zip(names)) await scene.World.Db.ExecuteAsync(Rename, new { id, name });

        new Migrator(scene.Database.Options, NullLogger<Migrator>.Instance).Run().ShouldBe(1);

        var after = await scene.World.Db.ListAsync<string>(SelectNames);
        after.Where((_, i) => i != 3).ShouldBe(["Samtal", "samtal (2)", "SAMTAL (3)", "Annat"]);
        after[3].ShouldBe($"samtal (2) {ids[3]}", StringCompareShould.IgnoreCase);
    }
}

public sealed class KeptNamesOnSqlServer() : KeptNameTests(DatabaseEngine.SqlServer);
