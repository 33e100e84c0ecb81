using System.Globalization;
using System.Text.Json;
using Connect.Application.Common.Behaviors;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>
/// Carries one row out, or tries it out, in a scope of its own, for the job's user with the reach and the rights of that moment: as if the user had
/// sent the single action's message.
/// </summary>
internal sealed class BulkStage(IServiceScopeFactory scopes, ILogger<BulkStage> logger)
{
    /// <summary>How often a row is begun that ends neither way, kills of the process included.</summary>
    public const int MostTries = 3;

    public const string Broken = "BulkRowBroken";

    /// <summary>What it would do; nothing of it stays.</summary>
    public Task<BulkResult> TryOutAsync(BulkJob job, BulkRow row, CancellationToken cancellation) =>
        RepeatedAsync(row, _ => AsUserAsync(job, services => TryOutAsync(services, job, row, cancellation), cancellation));

    public Task<BulkResult> DoAsync(BulkJob job, BulkRow row, CancellationToken cancellation)
    {
        var told = row.Outcome is null ? null : JsonSerializer.Deserialize<BulkOutcome>(row.Outcome, JsonSerializerOptions.Web);
        return RepeatedAsync(row, wasBegun => AsUserAsync(job, services => DoAsync(services, job, row, told is null ? null : new(told, wasBegun), cancellation), cancellation));
    }

    /// <param name="attempt">Is told whether the row may have been done by an attempt before.</param>
    private static async Task<BulkResult> RepeatedAsync(BulkRow row, Func<bool, Task<BulkResult>> attempt)
    {
        var wasBegun = row.Tries > 0;
        for (var tries = row.Tries + 1; ; tries++)
        {
            var result = await attempt(wasBegun);
            // Somebody else was at the service: it is read anew.
            if (result.Problem is not { Code: "Conflict" or Broken } || tries >= MostTries) return result;
            wasBegun |= result.Problem.Code == Broken;
        }
    }

    private static async Task<BulkOutcome> TryOutAsync(IServiceProvider services, BulkJob job, BulkRow row, CancellationToken cancellation)
    {
        BulkOutcome? outcome = null;
        try
        {
            await services.GetRequiredService<ITransactions>().RunAsync<bool>(async () =>
            {
                outcome = await DoAsync(services, job, row, null, cancellation);
                throw new TriedOutException();
            }, cancellation);
        }
        catch (TriedOutException)
        {
            // Rolled back: orders have no numbers yet.
        }

        return outcome! with { Order = null };
    }

    private static Task<BulkOutcome> DoAsync(IServiceProvider services, BulkJob job, BulkRow row, BulkPlan? plan, CancellationToken cancellation)
    {
        var wish = JsonSerializer.Deserialize<BulkWish>(job.Wish, JsonSerializerOptions.Web)!;
        if (row.RowValues is { } own) wish = wish.With(JsonSerializer.Deserialize<Dictionary<string, string>>(own, JsonSerializerOptions.Web)!);
        if (BulkMessages.Problems(wish).Select(InputProblems.Of).ToList() is { Count: > 0 } problems) throw new InvalidInputException(problems);
        return services.GetRequiredService<BulkActions>().DoAsync(wish, row.SubscriptionId, row.RequestId, plan, cancellation);
    }

    private async Task<BulkResult> AsUserAsync(BulkJob job, Func<IServiceProvider, Task<BulkOutcome>> work, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IUserIdentities>().FindAsync(job.UserId, cancellation) is not { } user) return new(null, new("BulkUserGone"));
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(user.CutTo(job.TokenRights));
        scope.ServiceProvider.GetRequiredService<AuditTrail>().BulkJobId = job.Id;
        try
        {
            return new(await work(scope.ServiceProvider), null);
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            var problem = ProblemOf(error);
            if (problem.Code == Broken) logger.LogError(error, "A row of bulk job {JobId} failed", job.Id);
            return new(null, problem);
        }
    }

    private static BulkProblem ProblemOf(Exception error) => error switch
    {
        DomainRuleException rule => new(rule.Code, Written(rule.Arguments)) { Field = rule.Field },
        InvalidInputException { Problems: [var first, ..] } => new(first.Code, Written(first.Arguments)) { Field = first.Field },
        ConflictException conflict => new(conflict.Code, Written(conflict.Arguments)),
        NotFoundException => new("BulkServiceUnknown"),
        ForbiddenException => new("BulkRightLost"),
        _ => new(Broken),
    };

    private static string[] Written(IReadOnlyList<object> arguments) => [.. arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "")];

    /// <summary>Takes back what was tried out.</summary>
    private sealed class TriedOutException : Exception;
}

/// <summary>One of the two.</summary>
internal sealed record BulkResult(BulkOutcome? Outcome, BulkProblem? Problem)
{
    public static BulkResult Broken => new(null, new BulkProblem(BulkStage.Broken));
}
