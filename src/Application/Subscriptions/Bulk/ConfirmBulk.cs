using Connect.Application.Common.Errors;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Confirms the preview of one of the user's own jobs: what it says can be done is carried out, row by row. Failure: <c>BulkNotReady</c>.</summary>
/// <exception cref="NotFoundException">The user has none of that id within the reach.</exception>
[Requires(Right.ViewSubscriptions, Right.ManageSubscriptions)]
public sealed record ConfirmBulk(Guid Id, Guid RequestId) : ICommand, IOnce
{
    internal sealed class Handler(IBulkJobs jobs, BulkDesk desk, ICurrentUser user, BulkAudit audit) : IRequestHandler<ConfirmBulk, Unit>
    {
        public async Task<Unit> Handle(ConfirmBulk request, CancellationToken cancellationToken)
        {
            var job = await jobs.FindAsync(user.Reach, user.Id, request.Id, cancellationToken) ?? throw new NotFoundException();
            await audit.TellAsync(job, await jobs.CountAsync(job.Id, BulkRowState.Ready, cancellationToken), cancellationToken);
            // No more than either left, where both came with a token.
            var rights = user.Identity!.CutTo(job.TokenRights).TokenRights ?? job.TokenRights;
            if (!await jobs.ConfirmAsync(job.Id, rights, desk.Now, cancellationToken)) throw new ConflictException("BulkNotReady");
            await desk.RunAsync(job.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
