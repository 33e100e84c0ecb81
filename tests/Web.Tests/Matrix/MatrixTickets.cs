using Connect.Domain.Users;
using static Connect.Web.Tests.Matrix.MatrixRow;

namespace Connect.Web.Tests.Matrix;

/// <summary>The rows of tickets.</summary>
internal static class MatrixTickets
{
    public static readonly IReadOnlyList<MatrixRow> Rows =
    [
        Needs(Right.ManageTickets, "GET /tickets"),
        Needs(Right.ManageTickets, "GET /tickets").Asks("account={id}&reach=below").On(Subject.Account),
        Needs(Right.ViewAccounts, "GET /accounts/{number}").Asks("tab=tickets&reach=all").On(Subject.Account),
        Needs(Right.ManageTickets, "GET /tickets/new"),
        Needs(Right.ManageTickets, "GET /tickets/new").And(Right.ViewSubscriptions).Asks("type=support&service={id}").On(Subject.Subscription),
        Needs(Right.ManageTickets, "POST /tickets/new").Asks("type=other").Sends(("Input.Title", "Fråga"), ("Input.Text", "Hur?"), ("Input.Account", "1")),
        Needs(Right.ManageTickets, "POST /tickets/new?handler=Find").Asks("type=other").Sends(("Input.PhoneNumber", "070-174 06 05")),
        Needs(Right.ManageTickets, "POST /tickets/new?handler=Forget").Asks("type=other"),
        Needs(Right.ManageTickets, "POST /tickets/new?handler=Type").Asks("type=other").Sends(("Input.Title", "Fråga"), ("Input.Text", "Hur?"), ("Input.Account", "1")),
        Needs(Right.ManageTickets, "GET /tickets/{number}").On(Subject.Ticket),
        Needs(Right.ManageTickets, "POST /tickets/{number}").On(Subject.Ticket).Sends(("Reply", "Ja.")),
        Needs(Right.ManageTickets, "GET /tickets/{number}/close").On(Subject.Ticket),
        Needs(Right.ManageTickets, "POST /tickets/{number}/close").On(Subject.Ticket),
        Needs(Right.ManageTickets, "POST /tickets/{number}?handler=Follow").On(Subject.Ticket).Sends(("colleague", MatrixTable.Nothing)),
        Needs(Right.ManageTickets, "POST /tickets/{number}?handler=Unfollow").On(Subject.Ticket).Sends(("colleague", MatrixTable.Nothing)),
        Needs(Right.ManageTickets, "GET /tickets/{number}/files/{id:guid}").On(Subject.TicketFile),
        Needs(Right.ManageTickets, "GET /api/v1/tickets/{number}/attachments/{id:guid}").On(Subject.TicketFile),
        Needs(Right.ManageTickets, "POST /api/v1/tickets/attachments").Asks("fileName=a.txt").With("{}"),
        Needs(Right.ManageTickets, "GET /api/v1/tickets/colleagues"),
        Needs(Right.ManageTickets, "GET /api/v1/tickets/colleagues").Asks("ticket={id}").On(Subject.Ticket),
        Needs(Right.ManageTickets, "PUT /api/v1/tickets/{number}/followers/{id:guid}").On(Subject.TicketFile),
        Needs(Right.ManageTickets, "DELETE /api/v1/tickets/{number}/followers/{id:guid}").On(Subject.TicketFile),
        Needs(Right.ManageTickets, "GET /api/v1/tickets"),
        Needs(Right.ManageTickets, "GET /api/v1/tickets/choices"),
        Needs(Right.ManageTickets, "GET /api/v1/tickets/choices").And(Right.ViewSubscriptions).Asks("service={id}").On(Subject.Subscription),
        Needs(Right.ManageTickets, "GET /api/v1/tickets/open"),
        Needs(Right.ManageTickets, "GET /api/v1/tickets/{number}").On(Subject.Ticket),
        Needs(Right.ManageTickets, "POST /api/v1/tickets").And(Right.ViewSubscriptions).With("""{"type":"support","title":"Tyst","text":"Det är tyst.","subscriptionId":"{id}"}""").On(Subject.Subscription),
        Needs(Right.ManageTickets, "POST /api/v1/tickets/{number}/messages").With("""{"text":"Ja."}""").On(Subject.Ticket),
        Needs(Right.ManageTickets, "POST /api/v1/tickets/{number}/closure").On(Subject.Ticket),
        Needs(Right.ManageTickets, "GET /reports/lists/{list}").At("tickets"),
        Operator("GET /api/v1/operator/tickets/{number}/attachments/{id:guid}").At(MatrixTable.Nothing),
        Operator("POST /api/v1/operator/callbacks/tickets").With("{}"),
        Operator("POST /api/v1/operator/tickets/{number}/messages").At("100001").With("""{"id":"A-1","text":"Hej"}"""),
        Operator("POST /api/v1/operator/tickets/{number}/state").At("100001").With("""{"id":"A-2","state":"solved"}"""),
    ];
}
