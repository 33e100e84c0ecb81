using Connect.Application.Common.Ports;
using Connect.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.TestKit;

/// <summary>Does the work that was put aside, at once and in order, as a worker would.</summary>
public static class WorkPump
{
    /// <summary>Runs what is due by the scope's clock until nothing is, follow-up work included.</summary>
    /// <returns>How many items were run.</returns>
    public static Task<int> RunDueWorkAsync(this TestScope scope, int atMost = 1000) => scope.Services.RunDueWorkAsync(atMost);

    /// <summary>The same for the whole program, beside its own workers.</summary>
    public static async Task<int> RunDueWorkAsync(this IServiceProvider services, int atMost = 1000)
    {
        var runner = services.GetRequiredService<WorkRunner>();
        var done = 0;
        while (await NextAsync(services) is { } id && done < atMost)
        {
            await runner.RunAsync(id, CancellationToken.None);
            done++;
        }

        return done;
    }

    private static async Task<Guid?> NextAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var kinds = scope.ServiceProvider.GetServices<IWorkHandler>().Select(handler => handler.Kind).ToArray();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<WorkStore>().DueAsync(kinds, now, 1, CancellationToken.None);
        return due.Count == 0 ? null : due[0];
    }
}
