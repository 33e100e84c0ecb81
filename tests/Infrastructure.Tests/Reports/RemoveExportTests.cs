using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>An export that its owner removes before its time is out.</summary>
public abstract class RemoveExportTests(DatabaseEngine engine)
{
    private readonly DatabaseEngine _engine = Engines.Available(engine);

    [Fact]
    [Covers("REP-0", "removed by its owner, with its file")]
    public async Task It_goes_with_its_file_once_it_has_ended()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service);
        var scope = scene.As();
        var id = await scope.SendAsync(ExportScene.Order());
        (await Should.ThrowAsync<ConflictException>(scope.SendAsync(new RemoveExport(id)))).Code.ShouldBe("ExportOpen");
        await scene.RunJobAsync(id);
        scene.Files().Count.ShouldBe(1);

        var other = scene.As(await scene.World.UserAsync(scene.Organisation.RootId, "bo"));
        await Should.ThrowAsync<NotFoundException>(other.SendAsync(new RemoveExport(id)));
        // Who has lost the right to what it tells can still remove it.
        await scene.As(scene.Admin with { Rights = new HashSet<Right> { Right.RunReports } }).SendAsync(new RemoveExport(id));

        (await scope.SendAsync(new ListExports())).ShouldBeEmpty();
        scene.Files().ShouldBeEmpty();
        await Should.ThrowAsync<NotFoundException>(scope.SendAsync(new RemoveExport(id)));
    }

    [Fact]
    public async Task What_is_not_committed_leaves_it_whole()
    {
        await using var scene = await ExportScene.MakeAsync(_engine);
        await scene.World.UsageAsync(scene.Service);
        var scope = scene.As();
        var id = await scope.SendAsync(ExportScene.Order());
        await scene.RunJobAsync(id);

        // Its row is gone already when the transaction fails.
        await Should.ThrowAsync<TimeoutException>(scene.As(replace: services => services.AddSingleton<IAuditLog, FullLog>()).SendAsync(new RemoveExport(id)));

        (await scope.SendAsync(new ListExports())).ShouldHaveSingleItem().Id.ShouldBe(id);
        using var file = await ExportScene.OpenAsync(scope, id);
        file.Worksheets.Count.ShouldBe(1);
    }

    private sealed class FullLog : IAuditLog
    {
        public Task WriteAsync(AuditRow row, CancellationToken cancellation) => throw new TimeoutException();
    }
}

public sealed class RemoveExportOnSqlite() : RemoveExportTests(DatabaseEngine.Sqlite);

public sealed class RemoveExportOnSqlServer() : RemoveExportTests(DatabaseEngine.SqlServer);
