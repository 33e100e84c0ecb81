using System.Data.Common;
using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Domain.Users;
using Connect.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Connect.Infrastructure.Tests.Reports;

/// <summary>Takes the place of the traffic report, of one column, for tests of what is around the rows.</summary>
internal abstract class FakeExport : IExport
{
    public string Kind => "traffic";
    public IReadOnlyList<Right> RightsFor(string parameters) => [];
    public IReadOnlyList<ExportParameter> Describe(string parameters) => [];
    public Task<ExportSheet> OpenAsync(string parameters, CancellationToken cancellation) =>
        Task.FromResult(new ExportSheet("A", [new("A", SheetColumnType.Whole)], null, WriteAsync));

    protected abstract Task WriteAsync(IRowWriter rows, CancellationToken cancellation);

    protected static Action<IServiceCollection> Only(Func<IServiceProvider, FakeExport> make) => services =>
    {
        services.RemoveAll<IExport>();
        services.AddScoped<IExport>(make);
    };
}

internal sealed class BrokenExport : FakeExport
{
    public static void Alone(IServiceCollection services) => Only(_ => new BrokenExport())(services);

    protected override Task WriteAsync(IRowWriter rows, CancellationToken cancellation) => throw new InvalidOperationException("Killed.");
}

/// <summary>Writes until it is stopped; the clock goes on by a second for each row once the user has cancelled.</summary>
internal sealed class EndlessExport(FakeTimeProvider clock, Func<Task> afterFirst) : FakeExport
{
    public static Action<IServiceCollection> Alone(Func<Task> afterFirst) => Only(provider => new EndlessExport((FakeTimeProvider)provider.GetRequiredService<TimeProvider>(), afterFirst));

    protected override async Task WriteAsync(IRowWriter rows, CancellationToken cancellation)
    {
        await afterFirst();
        for (var row = 0; ; row++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            rows.Whole(row);
            rows.EndRow();
            await Task.Yield();
        }
    }
}

/// <summary>Tells with which rights it was written.</summary>
internal sealed class WitnessExport(ICurrentUser user, List<Right> seen) : FakeExport
{
    public static Action<IServiceCollection> Alone(List<Right> seen) => Only(provider => new WitnessExport(provider.GetRequiredService<ICurrentUser>(), seen));

    protected override Task WriteAsync(IRowWriter rows, CancellationToken cancellation)
    {
        seen.AddRange(user.Identity!.Rights);
        return Task.CompletedTask;
    }
}

/// <summary>One row, written once a beat of the progress has led to what is waited for.</summary>
internal sealed class TickingExport(FakeTimeProvider clock, Task seen) : FakeExport
{
    public static Action<IServiceCollection> Alone(Task seen) => Only(provider => new TickingExport((FakeTimeProvider)provider.GetRequiredService<TimeProvider>(), seen));

    protected override async Task WriteAsync(IRowWriter rows, CancellationToken cancellation)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        await seen.WaitAsync(cancellation);
        rows.Whole(1);
        rows.EndRow();
    }
}

/// <summary>Lets the first statement that begins so fail, as a database that is busy for too long does.</summary>
internal sealed class Hiccup(string statement) : ISqlObserver
{
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => _seen.Task;

    public void OnStatement(Stmt issued, object? parameters, string caller)
    {
        if (issued.For(DatabaseEngine.Sqlite).TrimStart().StartsWith(statement, StringComparison.Ordinal) && _seen.TrySetResult()) throw new Busy();
    }

    private sealed class Busy() : DbException("database is locked");
}
