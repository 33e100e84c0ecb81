using Connect.Domain.Users;
using static Connect.Web.Tests.Matrix.MatrixRow;

namespace Connect.Web.Tests.Matrix;

/// <summary>Named views want the rights of their list.</summary>
internal static class MatrixViews
{
    public static readonly MatrixRow[] Rows =
    [
        LoggedIn("GET /views/{list}").At("no-such-list"),
        LoggedIn("GET /views/{list}/new").At("no-such-list"),
        LoggedIn("POST /views/{list}/new").At("no-such-list"),
        Needs(Right.ManageTickets, "GET /views/{list}").At("tickets"),
        Needs(Right.ViewSubscriptions, "GET /views/{list}").At("services"),
        Needs(Right.ViewSubscriptions, "GET /views/{list}/new").At("services"),
        Needs(Right.ViewSubscriptions, "POST /views/{list}/new").At("services").Sends(("Input.Name", "Vy"), ("Input.Replaces", "true"), ("Input.Used", "Vy")),
        Needs(Right.ViewSubscriptions, "POST /views/{list}?handler=Start").At("services"),
        Needs(Right.ViewSubscriptions, "POST /views/{list}?handler=Share").At("services").Sends(("id", MatrixTable.Nothing)),
        Needs(Right.ViewSubscriptions, "GET /views/{list}/{id:guid}/rename").At("services", MatrixTable.Nothing),
        Needs(Right.ViewSubscriptions, "POST /views/{list}/{id:guid}/rename").At("services", MatrixTable.Nothing).Sends(("Name", "Vy")),
        Needs(Right.ViewSubscriptions, "GET /views/{list}/{id:guid}/remove").At("services", MatrixTable.Nothing),
        Needs(Right.ViewSubscriptions, "POST /views/{list}/{id:guid}/remove").At("services", MatrixTable.Nothing),
        Needs(Right.ViewSubscriptions, "GET /api/v1/views/{list}").At("services"),
        Needs(Right.ViewSubscriptions, "POST /api/v1/views/{list}").At("services").With("""{"name":"Vy","isShared":false,"isStart":false,"replaces":true}"""),
        Needs(Right.ViewSubscriptions, "PUT /api/v1/views/{list}/start").At("services").With("{}"),
        Needs(Right.ViewSubscriptions, "PUT /api/v1/views/{list}/{id:guid}/name").At("services", MatrixTable.Nothing).With("""{"name":"Vy"}"""),
        Needs(Right.ViewSubscriptions, "PUT /api/v1/views/{list}/{id:guid}/shared").At("services", MatrixTable.Nothing).With("""{"isShared":true}"""),
        Needs(Right.ViewSubscriptions, "DELETE /api/v1/views/{list}/{id:guid}").At("services", MatrixTable.Nothing),
    ];
}
