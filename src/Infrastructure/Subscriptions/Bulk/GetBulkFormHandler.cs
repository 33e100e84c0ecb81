using Connect.Application.Common.Security;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Application.Subscriptions.Bulk;
using Connect.Infrastructure.Persistence;
using MediatR;

namespace Connect.Infrastructure.Subscriptions.Bulk;

internal sealed class GetBulkFormHandler(DbSession db, IServicePlans plans, ExportKinds kinds, ICurrentUser user, BulkOptions options) : IRequestHandler<GetBulkForm, BulkForm>
{
    public async Task<BulkForm> Handle(GetBulkForm request, CancellationToken cancellationToken)
    {
        var catalogue = await plans.CatalogueAsync(cancellationToken);
        var form = new BulkForm(null, [], catalogue.Packages, [.. catalogue.PriceLists.Where(list => list.IsBase)], options.MostRows);
        if (request.Matching is not { } matching) return form;
        var asked = new ListExportParameters(matching).Request(ListSubscriptions.Columns).OrThrow();
        var words = kinds.Find(IListExport.KindOf(ListSubscriptions.Columns.Name))!
            .Describe(System.Text.Json.JsonSerializer.Serialize(new ListExportParameters(asked.ToQueryString()), System.Text.Json.JsonSerializerOptions.Web));
        return form with
        {
            Matches = await SubscriptionList.Sql.CountAsync(db, user.Reach, asked, cancellationToken),
            Filter = [.. words.Select(word => $"{word.Label}: {word.Value}")],
        };
    }
}
