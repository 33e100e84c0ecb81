using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>The reports that the user may run: those whose data the user may see.</summary>
[Requires(Right.RunReports)]
public sealed record ListReports : IQuery<IReadOnlyList<Report>>
{
    internal sealed class Handler(IEnumerable<Report> reports, ICurrentUser user) : IRequestHandler<ListReports, IReadOnlyList<Report>>
    {
        public Task<IReadOnlyList<Report>> Handle(ListReports query, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Report>>([.. reports.Where(report => report.Rights.All(user.Has))]);
    }
}

/// <summary>A report of the portal, registered by one line.</summary>
/// <param name="Kind">Its address: <c>/reports/{kind}</c>.</param>
/// <param name="Title">Key of its name.</param>
/// <param name="Hint">Key of the text that says what it tells.</param>
/// <param name="Rights">To see the data that it tells.</param>
public sealed record Report(string Kind, string Title, string Hint, params IReadOnlyList<Right> Rights);
