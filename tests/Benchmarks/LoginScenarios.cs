using System.Diagnostics;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Common;
using Connect.TestKit;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connect.Benchmarks;

/// <summary>Row c of quality.md: what a log-in costs, and what twenty wrong ones from one address cost everybody else.</summary>
public sealed class LoginScenarios : IScenarioGroup
{
    private const int WrongLogins = 20;
    private readonly TestDatabase _database = new();
    private readonly PasswordHasher<object> _bare = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private TestScope _product = null!;
    private string _session = "";
    private int _attack;

    public IReadOnlyList<IScenario> Scenarios =>
    [
        new Measured("c. log-in against one hash", new(1.3), async () => await LogInAsync("anna", World.Password, "192.0.2.1"), BareHashAsync),
        new Measured("c. right log-in while 20 wrong ones run", new(5), () => DuringAttackAsync(() => LogInAsync("anna", World.Password, "192.0.2.1")), () => TimedAsync(() => LogInAsync("anna", World.Password, "192.0.2.1"))),
        new Measured("c. session and page data while 20 wrong log-ins run", new(1.2), () => DuringAttackAsync(ReadPagesAsync), () => TimedAsync(ReadPagesAsync)),
    ];

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var world = new World(_database);
        var anna = await world.UserAsync((await world.OrganisationAsync()).RootId, "anna", passwordHash: World.PasswordHash);
        _session = await world.SessionAsync(anna.Id);
        _product = new TestScope(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _database.DisposeAsync();
    }

    private Task LogInAsync(string name, string password, string address) => _product.RunAsync(async services =>
    {
        services.GetRequiredService<CurrentUser>().ComesFrom(address);
        return await services.GetRequiredService<IMediator>().Send(new LogIn(name, password));
    });

    private Task<TimeSpan?> BareHashAsync()
    {
        _bare.VerifyHashedPassword(new(), World.PasswordHash, World.Password);
        return Task.FromResult<TimeSpan?>(null);
    }

    /// <summary>What a page asks for before it shows anything: whose session it is, and some data.</summary>
    private async Task ReadPagesAsync()
    {
        for (var i = 0; i < 100; i++)
            await _product.RunAsync(async services =>
            {
                services.GetRequiredService<CurrentUser>().Set((await services.GetRequiredService<SessionReader>().ReadAsync(_session, default))!);
                return await services.GetRequiredService<IMediator>().Send(new GetMe());
            });
    }

    /// <summary>An attack comes from an address of its own each time, so that its tries are hashed and not turned away.</summary>
    private async Task<TimeSpan?> DuringAttackAsync(Func<Task> work)
    {
        var address = $"198.51.100.{++_attack % 250}";
        var wrong = Enumerable.Range(0, WrongLogins).Select(i => WrongAsync($"guess{_attack}-{i}", address)).ToList();
        var time = await TimedAsync(work);
        await Task.WhenAll(wrong);
        return time;
    }

    private async Task WrongAsync(string name, string address)
    {
        try
        {
            await LogInAsync(name, "Wrong-password-1", address);
        }
        catch (DomainRuleException)
        {
            // Every one of them.
        }
    }

    private static async Task<TimeSpan?> TimedAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }

    private sealed class Measured(string name, Limit limit, Func<Task> product, Func<Task<TimeSpan?>> floor) : IScenario
    {
        public string Name => name;
        public Limit Limit => limit;
        public Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;
        public Task<TimeSpan?> FloorAsync(CancellationToken cancellation) => floor();
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public async Task<TimeSpan?> ProductAsync(CancellationToken cancellation)
        {
            var work = product();
            await work;
            return work is Task<TimeSpan?> timed ? await timed : null;
        }
    }
}
