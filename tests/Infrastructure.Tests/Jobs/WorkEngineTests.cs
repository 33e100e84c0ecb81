using Connect.Application.Common.Ports;
using Connect.Infrastructure.Jobs;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Jobs;

[Covers("OPS-3", "work that is done later")]
public abstract class WorkEngineTests(DatabaseEngine engine) : IAsyncLifetime
{
    private static readonly WorkOptions Options = new() { MaxAttempts = 4, MaxLostLeases = 3 };
    private readonly WorkWorld _world = new(Engines.Available(engine), Options);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Work_is_done_once_and_stands_as_done()
    {
        var subject = await _world.PutAsync();
        (await _world.Scope.RunDueWorkAsync()).ShouldBe(1);
        (await _world.Scope.RunDueWorkAsync()).ShouldBe(0);
        _world.Handler.Done.ShouldBe([subject]);
        (await _world.StateAsync(subject)).ShouldBe(3);
    }

    [Fact]
    public async Task A_known_idempotency_key_adds_nothing()
    {
        var work = new NewWork(WorkWorld.Kind, Guid.CreateVersion7());
        await _world.PutAsync(work);
        await _world.PutAsync(work);
        (await _world.Scope.RunDueWorkAsync()).ShouldBe(1);
        await _world.PutAsync(work);
        (await _world.Scope.RunDueWorkAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Work_of_a_transaction_that_rolled_back_does_not_exist()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _world.Scope.RunAsync(services =>
            services.GetRequiredService<ITransactions>().RunAsync<bool>(async () =>
            {
                await services.GetRequiredService<IWorkQueue>().EnqueueAsync(new NewWork(WorkWorld.Kind, Guid.CreateVersion7()), CancellationToken.None);
                throw new InvalidOperationException("broken off");
            }, CancellationToken.None)));
        (await _world.DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_try_waits_longer_each_time_and_then_succeeds()
    {
        var failures = 2;
        _world.Handler.Do = (_, _) => failures-- > 0 ? throw new HttpRequestException("503") : Task.CompletedTask;
        var subject = await _world.PutAsync();
        await _world.Scope.RunDueWorkAsync();
        (await _world.DueAsync()).ShouldBeEmpty();
        _world.Scope.Clock.Advance(Options.BackOff);
        (await _world.Scope.RunDueWorkAsync()).ShouldBe(1);
        _world.Scope.Clock.Advance(Options.BackOff / 2);
        (await _world.DueAsync()).ShouldBeEmpty();
        _world.Scope.Clock.Advance(Options.BackOff * 1.5);
        await _world.Scope.RunDueWorkAsync();
        _world.Handler.Done.ShouldBe([subject]);
    }

    [Fact]
    public async Task Work_that_is_put_back_waits_as_if_it_had_not_been_begun()
    {
        var turns = 0;
        _world.Handler.Do = (_, _) => turns++ < 9 ? throw new WorkPostponedException(TimeSpan.FromMinutes(1)) : Task.CompletedTask;
        var subject = await _world.PutAsync();
        for (var i = 0; i < 9; i++)
        {
            (await _world.Scope.RunDueWorkAsync()).ShouldBe(1);
            (await _world.StateAsync(subject), (await _world.DueAsync()).Count).ShouldBe((1, 0));
            _world.Scope.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (await _world.Scope.RunDueWorkAsync()).ShouldBe(1);
        _world.Handler.Done.ShouldBe([subject]);
        _world.Handler.Do = (_, _) => throw new WorkPostponedException(TimeSpan.FromMinutes(1));
        var other = await _world.PutAsync();
        await _world.Scope.RunDueWorkAsync();
        (await _world.TakeBackAsync(other)).ShouldBeTrue("nobody has begun it");
    }

    [Fact]
    public async Task Work_that_never_succeeds_is_given_up_after_its_tries_and_the_others_go_on()
    {
        var poisoned = await _world.PutAsync();
        var sound = await _world.PutAsync();
        _world.Handler.Do = (work, _) => work.SubjectId == poisoned ? throw new HttpRequestException("503") : Task.CompletedTask;
        for (var i = 0; i < 10; i++)
        {
            await _world.Scope.RunDueWorkAsync();
            _world.Scope.Clock.Advance(Options.MaxBackOff);
        }

        _world.Handler.Done.ShouldBe([sound]);
        _world.Handler.GivenUp.ShouldBe([(poisoned, null)]);
        (await _world.StateAsync(poisoned)).ShouldBe(4);
    }

    [Fact]
    public async Task Work_that_kills_the_process_is_given_up_after_its_tries_and_the_others_go_on()
    {
        var poisoned = await _world.PutAsync();
        var id = (await _world.DueAsync()).Single();
        for (var death = 0; death < Options.MaxLostLeases; death++)
        {
            (await _world.ClaimAsync(id, $"process {death}")).ShouldNotBeNull().Attempts.ShouldBe(death + 1);
            _world.Scope.Clock.Advance(TimeSpan.FromMinutes(2)); // and is never heard of again
        }

        var sound = await _world.PutAsync();
        await _world.Scope.RunDueWorkAsync();
        _world.Handler.GivenUp.ShouldBe([(poisoned, null)]);
        _world.Handler.Done.ShouldBe([sound]);
        (await _world.StateAsync(poisoned)).ShouldBe(4);
    }

    [Fact]
    public async Task Refused_work_is_given_up_at_once_with_the_reason()
    {
        _world.Handler.Do = (_, _) => throw new WorkRejectedException("Numret finns inte.");
        var subject = await _world.PutAsync();
        await _world.Scope.RunDueWorkAsync();
        _world.Handler.GivenUp.ShouldBe([(subject, "Numret finns inte.")]);
        (await _world.StateAsync(subject)).ShouldBe(4);
    }

    [Fact]
    public async Task A_lease_is_taken_over_only_when_it_has_run_out()
    {
        await _world.PutAsync();
        var id = (await _world.DueAsync()).Single();
        (await _world.ClaimAsync(id, "first")).ShouldNotBeNull();
        (await _world.ClaimAsync(id, "second")).ShouldBeNull();
        _world.Scope.Clock.Advance(TimeSpan.FromSeconds(61));
        (await _world.ClaimAsync(id, "second")).ShouldNotBeNull().LostLeases.ShouldBe(1);
        var finishedLate = await _world.Scope.RunAsync(s => s.GetRequiredService<WorkStore>().DoneAsync(id, "first", World.Now));
        finishedLate.ShouldBeFalse();
    }

    [Fact]
    public async Task What_concerns_one_thing_is_done_in_order_also_when_the_first_has_to_be_tried_again()
    {
        var (subject, failures) = (Guid.CreateVersion7(), 1);
        var done = new List<string>();
        _world.Handler.Do = (work, _) =>
        {
            if (failures-- > 0) throw new HttpRequestException("503");
            done.Add(work.IdempotencyKey);
            return Task.CompletedTask;
        };
        await _world.PutAsync(new NewWork(WorkWorld.Kind, subject) { IdempotencyKey = "first" });
        await _world.PutAsync(new NewWork(WorkWorld.Kind, subject) { IdempotencyKey = "second" });
        await _world.PutAsync(new NewWork(WorkWorld.Kind, subject) { IdempotencyKey = "of next week", DueOn = World.Today.AddDays(7) });
        await _world.Scope.RunDueWorkAsync();
        done.ShouldBeEmpty();
        _world.Scope.Clock.Advance(Options.BackOff);
        await _world.Scope.RunDueWorkAsync();
        done.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Two_workers_never_do_the_same_item()
    {
        for (var i = 0; i < 40; i++) await _world.PutAsync();
        var due = await _world.DueAsync();
        await Parallel.ForEachAsync(due.Concat(due).Concat(due), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (id, _) => await _world.Runner.RunAsync(id, CancellationToken.None));
        _world.Handler.Done.Count.ShouldBe(40);
        _world.Handler.Done.Distinct().Count().ShouldBe(40);
    }

    [Fact]
    public async Task Work_broken_off_by_a_stop_is_done_at_the_next_start()
    {
        using var stop = new CancellationTokenSource();
        _world.Handler.Do = async (_, cancellation) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
        };
        var subject = await _world.PutAsync();
        await _world.Runner.RunAsync((await _world.DueAsync()).Single(), stop.Token);
        (await _world.StateAsync(subject)).ShouldBe(1);
        _world.Handler.Do = (_, _) => Task.CompletedTask;
        await _world.Scope.RunDueWorkAsync();
        _world.Handler.Done.ShouldBe([subject]);
    }

    [Fact]
    public async Task Work_is_taken_back_until_it_was_begun()
    {
        var waiting = await _world.PutAsync(work => work with { DueOn = World.Today.AddDays(3) });
        (await _world.TakeBackAsync(waiting)).ShouldBeTrue();
        (await _world.StateAsync(waiting)).ShouldBe(5);

        _world.Handler.Do = (_, _) => throw new HttpRequestException("time-out");
        var begun = await _world.PutAsync();
        await _world.Scope.RunDueWorkAsync();
        (await _world.TakeBackAsync(begun)).ShouldBeFalse();
    }
}

public sealed class WorkEngineOnSqlite() : WorkEngineTests(DatabaseEngine.Sqlite);

public sealed class WorkEngineOnSqlServer() : WorkEngineTests(DatabaseEngine.SqlServer);
