using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using MediatR;

namespace Connect.Application.Operator;

/// <summary>Notes in the audit log that somebody of the operator's opened a page of the jobs' dashboard, which tells of all customers' work.</summary>
/// <param name="Page">Its path.</param>
[OperatorOnly(OperatorScopes.Jobs)]
public sealed record VisitJobs(string Page) : ICommand
{
    internal sealed class Handler(IAudit audit) : IRequestHandler<VisitJobs, Unit>
    {
        public Task<Unit> Handle(VisitJobs command, CancellationToken cancellation)
        {
            audit.Change(null, new { command.Page });
            return Unit.Task;
        }
    }
}
