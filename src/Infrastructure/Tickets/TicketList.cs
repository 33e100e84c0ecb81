using Connect.Application.Common.Lists;
using Connect.Application.Common.Security;
using Connect.Application.Tickets;
using Connect.Infrastructure.Persistence;
using Connect.Infrastructure.Persistence.Lists;
using MediatR;

namespace Connect.Infrastructure.Tickets;

/// <summary>The tickets list in SQL.</summary>
internal static class TicketList
{
    // The service may have been kept out of the portal since.
    private const string OfService = "NOT EXISTS (SELECT 1 FROM Subscription f WHERE f.Id = k.SubscriptionId AND f.IsHidden = 1) AND {0}";

    public static readonly ListSource Source = new()
    {
        Table = "Ticket",
        Alias = "k",
        Select = "k.Number, k.Title, k.Type, k.State, k.Priority, a.DisplayName AS Account, a.Number AS AccountNumber, "
            + "CASE WHEN s.IsHidden = 1 THEN NULL ELSE k.ServiceName END AS Service, k.CreatedBy, k.CreatedAt, k.UpdatedAt",
        Joins = "JOIN Account a ON a.Id = k.AccountId LEFT JOIN Subscription s ON s.Id = k.SubscriptionId",
        Visible = "1 = 1",
        Name = "k.Seq",
        AccountIndex = "IX_Ticket_Account",
        ScanIndexes =
        [
            ("IX_Ticket_State", ["State"]),
            ("IX_Ticket_Updated", ["State", "UpdatedAt"]),
            ("IX_Ticket_Created", ["State", "CreatedAt"]),
            ("IX_Ticket_Title", ["State", "Title"]),
            ("IX_Ticket_Number", ["State", "Number"]),
            ("IX_Ticket_Type", ["State", "Type"]),
            ("IX_Ticket_Priority", ["State", "Priority"]),
        ],
        Columns = new Dictionary<string, ListSqlColumn>
        {
            ["number"] = new("k.Number") { Index = "IX_Ticket_Number", Covers = ["State", "Number"], Reads = "Number" },
            ["title"] = new("k.Title") { Folded = "k.SearchTitle", Index = "IX_Ticket_Title", Covers = ["State", "Title"], Reads = "Title" },
            ["type"] = new("k.Type") { Index = "IX_Ticket_Type", Covers = ["State", "Type"], Reads = "Type" },
            ["state"] = new("k.State") { Index = "IX_Ticket_State", Covers = ["State"], Reads = "State" },
            ["priority"] = new("k.Priority") { Index = "IX_Ticket_Priority", Covers = ["State", "Priority"], Reads = "Priority" },
            ["account"] = new("f.DisplayName")
            {
                Folded = "f.SearchName",
                Number = "f.Number",
                Within = "k.AccountId IN (SELECT f.Id FROM Account f WHERE f.OrganisationId = @organisationId AND {0})",
                Sort = ["a.DisplayName", "a.Seq"],
                SortJoin = "JOIN Account a ON a.Id = k.AccountId",
                Lead = new("Account a", "IX_Account_DisplayName", "k.AccountId = a.Id", "IX_Ticket_Account", "a.OrganisationId", "a.Id"),
            },
            ["service"] = new("k.ServiceName") { Within = OfService, Index = "IX_Ticket_Service" },
            ["created-by"] = new("k.CreatedBy") { Index = "IX_Ticket_CreatedBy" },
            ["created"] = new("k.CreatedAt") { Index = "IX_Ticket_Created", Covers = ["State", "CreatedAt"], Reads = "CreatedAt" },
            ["updated"] = new("k.UpdatedAt") { Index = "IX_Ticket_Updated", Covers = ["State", "UpdatedAt"], Reads = "UpdatedAt", FewCovered = 3000 },
        },
    };

    public static readonly ListSql<TicketRow> Sql = new(Source, ListTickets.Columns);
}

internal sealed class ListTicketsHandler(DbSession db, ICurrentUser user) : IRequestHandler<ListTickets, ListPage<TicketRow>>
{
    public Task<ListPage<TicketRow>> Handle(ListTickets request, CancellationToken cancellationToken) =>
        TicketList.Sql.PageAsync(db, user.Reach, request.Request, cancellationToken);
}
