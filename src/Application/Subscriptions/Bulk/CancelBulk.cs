using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Calls off what has not started of one of the user's own jobs; what was done stays done. Failure: <c>BulkEnded</c>.</summary>
/// <exception cref="NotFoundException">The user has none of that id within the reach.</exception>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record CancelBulk(Guid Id) : ICommand
{
    internal sealed class Handler(IBulkJobs jobs, BulkDesk desk, ICurrentUser user, BulkAudit audit) : IRequestHandler<CancelBulk, Unit>
    {
        public async Task<Unit> Handle(CancelBulk request, CancellationToken cancellationToken)
        {
            var job = await jobs.FindAsync(user.Reach, user.Id, request.Id, cancellationToken) ?? throw new NotFoundException();
            await audit.TellAsync(job, job.RowsTotal, cancellationToken);
            if (!await jobs.CancelAsync(job.Id, desk.Now, cancellationToken)) throw new ConflictException("BulkEnded");
            return Unit.Value;
        }
    }
}
