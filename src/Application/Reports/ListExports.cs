using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>"Mina rapporter": the user's own exports, newest first.</summary>
[Requires, ByToken(Right.RunReports)]
public sealed record ListExports : IQuery<IReadOnlyList<ExportView>>
{
    internal sealed class Handler(OwnExports exports) : IRequestHandler<ListExports, IReadOnlyList<ExportView>>
    {
        public Task<IReadOnlyList<ExportView>> Handle(ListExports query, CancellationToken cancellation) => exports.ListAsync(cancellation);
    }
}
