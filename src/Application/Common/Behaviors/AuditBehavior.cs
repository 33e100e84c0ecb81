using System.Reflection;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Domain.Common;
using MediatR;

namespace Connect.Application.Common.Behaviors;

/// <summary>
/// Stands outside the transaction: what succeeded was written inside it (see <see cref="TransactionBehavior{TRequest,TResult}"/>),
/// a refusal or failed try gets a transaction of its own, as does the showing of something <see cref="AuditedAttribute"/>.
/// </summary>
internal sealed class AuditBehavior<TRequest, TResult>(AuditTrail trail, IAuditLog log, ITransactions transactions)
    : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    private static readonly bool IsCommand = typeof(TRequest).IsAssignableTo(typeof(ICommand<TResult>))
        && typeof(TRequest).GetCustomAttribute<NotAuditedAttribute>() is null;

    private static readonly bool IsAuditedQuery = typeof(TRequest).GetCustomAttribute<AuditedAttribute>() is not null
        && !typeof(TRequest).IsAssignableTo(typeof(ICommand<TResult>));

    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        try
        {
            var result = await next();
            if (IsAuditedQuery) await WriteAsync(AuditOutcome.Done, null);
            return result;
        }
        catch (ForbiddenException refusal)
        {
            await WriteAsync(AuditOutcome.Refused, refusal.Code);
            throw;
        }
        catch (Exception exception) when ((IsCommand || IsAuditedQuery) && ReasonOf(exception) is { } reason)
        {
            await WriteAsync(AuditOutcome.Failed, reason);
            throw;
        }
    }

    private static string? ReasonOf(Exception exception) => exception switch
    {
        OperationCanceledException => null,
        DomainRuleException rule => rule.Code,
        ConflictException conflict => conflict.Code,
        NotFoundException => "NotFound",
        InvalidInputException input => input.Problems[0].Code,
        _ => exception.GetType().Name,
    };

    // A request that was broken off must not take the row with it.
    private Task WriteAsync(AuditOutcome outcome, string? reason) => transactions.RunAsync(async () =>
    {
        await log.WriteAsync(trail.Row<TRequest>(outcome, reason), CancellationToken.None);
        return true;
    }, CancellationToken.None);
}
