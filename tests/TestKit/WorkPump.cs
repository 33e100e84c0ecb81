using Connect.Application.Common.Ports;
using Connect.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.TestKit;

/// <summary>Does the work that was put aside, at once and in order, as a worker would.</summary>
public static class WorkPump
{
    /// <summary>Runs what is due by the scope's clock until nothing is, follow-up work included.</summary>
    /// <returns>How many items were run.</returns>
    public static async Task<int> RunDueWorkAsync(this TestScope scope, int atMost = 1000)
    {
        var runner = scope.Services.GetRequiredService<WorkRunner>();
        var done = 0;
        while (await NextAsync(scope) is { } id && done < atMost)
        {
            await runner.RunAsync(id, CancellationToken.None);
            done++;
        }

        return done;
    }

    private static Task<Guid?> NextAsync(TestScope scope) => scope.RunAsync<Guid?>(async services =>
    {
        var kinds = services.GetServices<IWorkHandler>().Select(handler => handler.Kind).ToArray();
        var due = await services.GetRequiredService<WorkStore>().DueAsync(kinds, scope.Clock.GetUtcNow(), 1, CancellationToken.None);
        return due.Count == 0 ? null : due[0];
    });
}
