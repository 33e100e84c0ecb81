using System.Reflection;
using System.Text.Json;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Application.Common.Behaviors;

/// <summary>
/// Innermost, commands only: one transaction around the handler, its audit row and, for <see cref="IOnce"/>,
/// the remembered answer.
/// </summary>
internal sealed class TransactionBehavior<TRequest, TResult>(
    ITransactions transactions, IProcessedRequests processed, IAuditLog log, AuditTrail trail, Caller caller)
    : IPipelineBehavior<TRequest, TResult>
    where TRequest : ICommand<TResult>
{
    private static readonly bool Audited = typeof(TRequest).GetCustomAttribute<NotAuditedAttribute>() is null;

    private static readonly bool OwnTransactions = typeof(TRequest).GetCustomAttribute<OwnTransactionsAttribute>() is not null;

    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (!OwnTransactions) return request is IOnce once ? await OnceAsync(once, request, next, cancellationToken) : await transactions.RunAsync(() => RunAsync(next, cancellationToken), cancellationToken);
        var result = await next();
        await transactions.RunAsync(() => RunAsync(() => Task.FromResult(result), CancellationToken.None), CancellationToken.None);
        return result;
    }

    private async Task<TResult> RunAsync(RequestHandlerDelegate<TResult> next, CancellationToken cancellation)
    {
        var result = await next();
        if (Audited) await log.WriteAsync(trail.Row<TRequest>(AuditOutcome.Done, null), cancellation);
        return result;
    }

    private async Task<TResult> OnceAsync(IOnce once, TRequest request, RequestHandlerDelegate<TResult> next, CancellationToken cancellation)
    {
        if (once.RequestId == Guid.Empty) throw new InvalidInputException(nameof(IOnce.RequestId), "RequestIdMissing");
        var hash = RequestContent.HashOf(request);
        try
        {
            return await transactions.RunAsync(() => FirstAsync(once, hash, next, cancellation), cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // Sent twice at once, the other one may have been quicker: then all that this one did is taken back, and it answers alike.
            if (await processed.FindAsync(caller.Key, once.RequestId, cancellation) is { } earlier) return AnswerOf(earlier, hash);
            throw;
        }
    }

    private static TResult AnswerOf(ProcessedRequest earlier, string hash) => earlier.Action == typeof(TRequest).Name && earlier.ContentHash == hash
        ? JsonSerializer.Deserialize<TResult>(earlier.Result)!
        : throw new ConflictException("RequestReused");

    private async Task<TResult> FirstAsync(IOnce once, string hash, RequestHandlerDelegate<TResult> next, CancellationToken cancellation)
    {
        if (await processed.FindAsync(caller.Key, once.RequestId, cancellation) is { } earlier) return AnswerOf(earlier, hash);
        var result = await RunAsync(next, cancellation);
        var answer = new ProcessedRequest(typeof(TRequest).Name, hash, JsonSerializer.Serialize(result));
        await processed.AddAsync(caller.Key, once.RequestId, answer, caller.Now, cancellation);
        return result;
    }
}

/// <summary>Under whose name request ids are remembered.</summary>
internal sealed class Caller(ICurrentUser user, TimeProvider clock)
{
    public string Key => user.Identity?.Id.ToString() ?? user.Operator?.Name ?? "";
    public DateTimeOffset Now => clock.GetUtcNow();
}
