using Connect.Application.Common.Ports;
using Connect.Infrastructure.Jobs;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connect.Infrastructure.Tests.Jobs;

/// <summary>A queue with one kind of work whose doing the test decides.</summary>
internal sealed class WorkWorld : IAsyncDisposable
{
    public const string Kind = "test.work";

    private static readonly Stmt SelectState = "SELECT State FROM WorkItem WHERE SubjectId = @subject";
    private readonly TestDatabase _database;

    public WorkWorld(DatabaseEngine engine, WorkOptions? options = null)
    {
        _database = new(engine);
        Scope = new TestScope(_database, replace: services =>
        {
            services.RemoveAll<IWorkHandler>(); // the product's kinds have their own tests
            services.AddScoped<IWorkHandler, RecurringWorkHandler>();
            services.AddSingleton(Handler);
            services.AddScoped<IWorkHandler>(provider => provider.GetRequiredService<RecordingHandler>());
            services.AddSingleton<IWorkHandOver>(HandedOver);
            if (options is null) return;
            services.AddSingleton(options);
            services.AddSingleton(provider => new WorkClock(options, provider.GetRequiredService<TimeProvider>()));
        });
    }

    public TestScope Scope { get; }
    public RecordingHandler Handler { get; } = new();
    public HandOverList HandedOver { get; } = new();
    public WorkRunner Runner => Scope.Services.GetRequiredService<WorkRunner>();
    public WorkDispatcher Dispatcher => Scope.Services.GetRequiredService<WorkDispatcher>();

    public async Task<Guid> PutAsync(Func<NewWork, NewWork>? change = null)
    {
        var work = new NewWork(Kind, Guid.CreateVersion7());
        await PutAsync(change?.Invoke(work) ?? work);
        return work.SubjectId;
    }

    public Task PutAsync(NewWork work) => Scope.RunAsync(async services =>
    {
        await services.GetRequiredService<IWorkQueue>().EnqueueAsync(work, CancellationToken.None);
        return true;
    });

    public Task<bool> TakeBackAsync(Guid subject) =>
        Scope.RunAsync(services => services.GetRequiredService<IWorkQueue>().CancelAsync(Kind, subject, CancellationToken.None));

    /// <summary>1 ready, 2 leased, 3 done, 4 failed, 5 cancelled.</summary>
    public Task<int> StateAsync(Guid subject) =>
        Scope.RunAsync(services => services.GetRequiredService<DbSession>().FirstOrDefaultAsync<int>(SelectState, new { subject }));

    public Task<IReadOnlyList<Guid>> DueAsync() => Scope.RunAsync(services =>
        services.GetRequiredService<WorkStore>().DueAsync([Kind], Scope.Clock.GetUtcNow(), 1000, CancellationToken.None));

    public Task<ClaimedWork?> ClaimAsync(Guid id, string lease) => Scope.RunAsync(services =>
        services.GetRequiredService<WorkStore>().ClaimAsync(id, lease, Scope.Clock.GetUtcNow(), Scope.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await Scope.DisposeAsync();
        await _database.DisposeAsync();
    }
}

internal sealed class RecordingHandler : IWorkHandler
{
    public string Kind => WorkWorld.Kind;
    public List<Guid> Done { get; } = [];
    public List<(Guid Subject, string? Refusal)> GivenUp { get; } = [];

    /// <summary>What doing the work does; nothing unless set.</summary>
    public Func<DueWork, CancellationToken, Task> Do { get; set; } = (_, _) => Task.CompletedTask;

    public async Task RunAsync(DueWork work, CancellationToken cancellation)
    {
        await Do(work, cancellation);
        lock (Done) Done.Add(work.SubjectId);
    }

    public Task GiveUpAsync(DueWork work, string? refusal, CancellationToken cancellation)
    {
        GivenUp.Add((work.SubjectId, refusal));
        return Task.CompletedTask;
    }
}

internal sealed class HandOverList : IWorkHandOver
{
    public List<Guid> Ids { get; } = [];

    public void HandOver(Guid id) => Ids.Add(id);
}
