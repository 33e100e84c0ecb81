using System.Diagnostics;
using Connect.Application.Common.Security;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Connect.Application.Common.Behaviors;

/// <summary>Outermost: logs type, user, outcome and milliseconds of each message, never its content.</summary>
internal sealed class TimingBehavior<TRequest, TResult>(ICurrentUser user, ILogger<TRequest> logger)
    : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = "done";
        try
        {
            return await next();
        }
        catch (Exception exception)
        {
            outcome = exception.GetType().Name;
            throw;
        }
        finally
        {
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            MessageMetrics.Record(typeof(TRequest).Name, outcome, elapsed);
            logger.LogInformation("{Message} for {UserId}: {Outcome} in {Milliseconds} ms",
                typeof(TRequest).Name, user.Identity?.Id, outcome, (long)elapsed);
        }
    }
}
