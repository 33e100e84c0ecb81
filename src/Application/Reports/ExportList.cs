using Connect.Application.Common.Errors;
using Connect.Application.Common.Lists;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Domain.Common;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;

namespace Connect.Application.Reports;

/// <summary>
/// LIST 7: orders a list to Excel as it is filtered and sorted. Wants the rights that the list itself wants.
/// Failures: <c>ListColumnUnknown</c> and the other problems of a list's query, <c>ExportsTooMany</c>, <c>ExportsBusy</c>.
/// </summary>
/// <param name="List">The list's name: <c>services</c>.</param>
/// <param name="Query">Its query string.</param>
/// <returns>The export's id.</returns>
[Requires, ByToken(Right.RunReports)]
public sealed record ExportList(string List, string? Query, Guid RequestId) : ICommand<Guid>, IOnce
{
    public sealed class Validator : AbstractValidator<ExportList>
    {
        public Validator()
        {
            RuleFor(c => c.List).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Query).MaximumLength(2000);
        }
    }

    internal sealed class Handler(ExportDesk desk, ExportKinds kinds, IAudit audit, TimeProvider clock) : IRequestHandler<ExportList, Guid>
    {
        public async Task<Guid> Handle(ExportList command, CancellationToken cancellation)
        {
            if (kinds.Find(IListExport.KindOf(command.List)) is not IListExport list) throw new NotFoundException();
            var asked = new ListExportParameters(command.Query ?? "").Request(list.Columns).OrThrow();
            var parameters = IExport.Written(new ListExportParameters((asked with { Page = 1 }).ToQueryString()));
            var id = await desk.OrderAsync(list, parameters, $"{list.Title} {clock.Today():yyyy-MM-dd}", cancellation);
            Tell(list, asked, parameters);
            return id;
        }

        // In the words of whoever orders it. How many rows there are is counted when the file is made: not while others wait to write.
        private void Tell(IListExport list, ListRequest asked, string parameters)
        {
            var filter = list.Describe(parameters).Where(one => one.Label != Text.Get("Lists.Columns")).Select(one => $"{one.Label}: {one.Value}");
            var columns = asked.ShownOf(list.Columns).Select(column => Text.Get(column.TextKey));
            audit.Change(null, new { List = list.Columns.Name, Filter = string.Join("; ", filter), Columns = string.Join(", ", columns) });
        }
    }
}

/// <summary>What an export of a list would hold, to be shown before it is ordered.</summary>
/// <param name="List">The list's name.</param>
/// <param name="Query">Its query string.</param>
[Requires, ByToken(Right.RunReports)]
public sealed record GetListExport(string List, string? Query) : IQuery<ListExportView>
{
    internal sealed class Handler(ExportKinds kinds, ICurrentUser user) : IRequestHandler<GetListExport, ListExportView>
    {
        public Task<ListExportView> Handle(GetListExport query, CancellationToken cancellation)
        {
            if (kinds.Find(IListExport.KindOf(query.List)) is not IListExport list) throw new NotFoundException();
            if (!list.RightsFor("{}").All(user.Has)) throw new ForbiddenException();
            var asked = new ListExportParameters(query.Query ?? "").Request(list.Columns).ToQueryString();
            return Task.FromResult(new ListExportView(list.Title, asked, list.Describe(IExport.Written(new ListExportParameters(asked)))));
        }
    }
}

/// <param name="Title">The list's name in the reader's language.</param>
/// <param name="Query">The query string in its short spelling.</param>
/// <param name="Parameters">Its filters in words.</param>
public sealed record ListExportView(string Title, string Query, IReadOnlyList<ExportParameter> Parameters);
