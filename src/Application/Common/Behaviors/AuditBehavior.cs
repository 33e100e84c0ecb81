using System.Reflection;
using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using MediatR;

namespace Connect.Application.Common.Behaviors;

/// <summary>
/// Stands outside the transaction: what succeeded was written inside it (see <see cref="TransactionBehavior{TRequest,TResult}"/>),
/// a refusal or failed try gets a transaction of its own, as does the showing of something <see cref="AuditedAttribute"/>.
/// </summary>
internal sealed class AuditBehavior<TRequest, TResult>(AuditTrail trail, IAuditLog log, IAuditSubjects subjects, ITransactions transactions, ICurrentUser user)
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
            if (IsAuditedQuery) await WriteAsync(trail.Shown<TRequest>);
            return result;
        }
        catch (ForbiddenException refusal)
        {
            await WriteAsync(request, AuditOutcome.Refused, refusal.Code);
            throw;
        }
        catch (Exception exception) when ((IsCommand || IsAuditedQuery) && ReasonOf(exception) is { } reason)
        {
            await WriteAsync(request, AuditOutcome.Failed, reason);
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

    private Task WriteAsync(TRequest request, AuditOutcome outcome, string? reason) => WriteAsync(async () =>
    {
        if (!trail.HasSubject && user.Identity is { } acting && SubjectNames.Of(request) is { } named && await subjects.FindAsync(acting.Reach, named, CancellationToken.None) is { } id)
            trail.Subject(named.Kind, id);
        return trail.Row<TRequest>(outcome, reason) with { After = SubjectNames.Asked(request) };
    });

    private Task WriteAsync(Func<AuditRow> row) => WriteAsync(() => Task.FromResult(row()));

    // A request that was broken off must not take the row with it.
    private Task WriteAsync(Func<Task<AuditRow>> row) => transactions.RunAsync(async () =>
    {
        await log.WriteAsync(await row(), CancellationToken.None);
        return true;
    }, CancellationToken.None);
}
