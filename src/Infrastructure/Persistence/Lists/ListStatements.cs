using Connect.Application.Common.Lists;
using Connect.Domain.Users;
using Connect.Infrastructure.Accounts;
using Connect.Infrastructure.Audit;
using Connect.Infrastructure.Invoices;
using Connect.Infrastructure.Orders;
using Connect.Infrastructure.Subscriptions;
using Connect.Infrastructure.Tickets;
using Connect.Infrastructure.Users;

namespace Connect.Infrastructure.Persistence.Lists;

/// <summary>
/// Every statement that a list can be made to issue: each column × operator × direction × shape × kind of reach.
/// For the test that binds them against the SQL Server schema.
/// </summary>
internal static class ListStatements
{
    private static readonly (string Name, AccountReach Reach, Guid? Only)[] Reaches =
    [
        ("root", new(Guid.NewGuid(), Guid.NewGuid(), true), null), ("part", new(Guid.NewGuid(), Guid.NewGuid(), false), null), ("one", new(Guid.NewGuid(), Guid.NewGuid(), true), Guid.NewGuid()),
    ];

    /// <summary>A line a list.</summary>
    public static IEnumerable<(string Name, Stmt Statement, Dictionary<string, object?> Parameters)> All() =>
        Of(AccountList.Source, Application.Accounts.ListAccounts.Columns).Concat(
        Of(SubscriptionList.Source, Application.Subscriptions.ListSubscriptions.Columns)).Concat(
        Of(OrderList.Source, Application.Orders.ListOrders.Columns)).Concat(
        Of(AuditList.Source, Application.Audit.ListAuditLog.Columns)).Concat(
        Of(UserList.Source, Application.Users.ListUsers.Columns)).Concat(
        Of(TicketList.Source, Application.Tickets.ListTickets.Columns)).Concat(
        Of(InvoiceList.Source, Application.Invoices.ListInvoices.Columns));

    public static IEnumerable<(string Name, Stmt Statement, Dictionary<string, object?> Parameters)> Of(ListSource source, ListColumns columns)
    {
        var requests = columns.Untyped.SelectMany(column => FiltersOf(column).Select(filter => new ListRequest { All = true }.With(column.Key, filter)))
            .Concat(columns.Untyped.Where(column => column.Sortable).Select(column => new ListRequest { Sort = new(column.Key) }))
            .Concat(columns.Untyped.Where(column => column.Sortable).Select(column => new ListRequest { Sort = new(column.Key, Descending: true) }));
        foreach (var request in requests)
        {
            foreach (var (kind, reach, only) in Reaches)
            {
                var name = $"{columns.Name}{request.ToQueryString()} {kind}";
                var plan = new ListPlan(source, columns, reach, request, only, new DateOnly(2026, 3, 10));
                var page = new Dictionary<string, object?>(plan.RowParameters) { ["skip"] = 0, ["take"] = 20 };
                yield return ($"{name} count", plan.Count(), plan.Parameters);
                yield return ($"{name} export", plan.Everything(), plan.RowParameters);
                yield return ($"{name} gather", plan.Page(walk: false, reverse: false), page);
                if (plan.CanWalk) yield return ($"{name} walk", plan.Page(walk: true, reverse: true), page);
            }
        }
    }

    private static IEnumerable<ListFilter> FiltersOf(ListColumn column) => column.Type switch
    {
        _ when !column.Filterable => [],
        ListColumnType.Choice => [new ChoiceFilter(column.IsOpenChoice ? ["a", "b"] : [.. column.Choices.Select(choice => choice.Value)])],
        ListColumnType.Number or ListColumnType.Money => [new NumberFilter(1, 2), new NumberFilter(null, 2), new NumberFilter(1, null), new EmptyFilter(), new EmptyFilter(true)],
        ListColumnType.Date or ListColumnType.Instant => [new DateFilter(new(2026, 1, 1), new(2026, 1, 2)), new EmptyFilter(), new EmptyFilter(true)],
        _ => [.. Enum.GetValues<TextMatch>().Select(match => new TextFilter(match, "0701740605")), new EmptyFilter(), new EmptyFilter(true)],
    };
}
