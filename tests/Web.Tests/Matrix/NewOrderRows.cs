using Connect.Domain.Users;
using static Connect.Web.Tests.Matrix.MatrixRow;

namespace Connect.Web.Tests.Matrix;

/// <summary>The doors to ordering a new service. Drafts are their user's own.</summary>
internal static class NewOrderRows
{
    private static readonly string NewService = $$"""{"account":"{id}","product":"{{MatrixTable.Nothing}}","details":{"userName":"Åke Ny","startsOn":"2030-01-31"} }""";

    public static readonly IReadOnlyList<MatrixRow> All =
    [
        Needs(Right.PlaceOrders, "GET /orders/new"),
        Needs(Right.PlaceOrders, "GET /orders/new").Asks("account={id}").On(Subject.Account),
        Needs(Right.PlaceOrders, "POST /orders/new").Asks("account={id}").On(Subject.Account).Sends(("Category", MatrixTable.Nothing)),
        Needs(Right.PlaceOrders, "POST /orders/new?handler=Discard").Sends(("id", MatrixTable.Nothing)),
        Needs(Right.PlaceOrders, "GET /orders/new/{draft:guid}").On(Subject.Draft).LeadsElsewhere(),
        .. OrderSteps("account", ("Account", "1")),
        .. OrderSteps("category", ("Category", MatrixTable.Nothing)),
        .. OrderSteps("product", ("Product", MatrixTable.Nothing)),
        .. OrderSteps("details", ("Details.UserName", "Åke Ny")),
        .. OrderSteps("summary", ("Version", "1")),
        Needs(Right.PlaceOrders, "GET /api/v1/orders/products"),
        Needs(Right.PlaceOrders, "GET /api/v1/orders/products/{id:guid}/form").At(MatrixTable.Nothing).Asks("account=1"),
        Needs(Right.PlaceOrders, "POST /api/v1/orders/quotes").With(NewService).On(Subject.Account).SaysSoOfTheField(),
        Needs(Right.PlaceOrders, "POST /api/v1/orders").With(NewService).On(Subject.Account).SaysSoOfTheField(),
        Needs(Right.PlaceOrders, "GET /api/v1/orders/drafts"),
        Needs(Right.PlaceOrders, "GET /api/v1/orders/drafts/{id:guid}").On(Subject.Draft),
        Needs(Right.PlaceOrders, "PUT /api/v1/orders/drafts/{id:guid}").At(MatrixTable.Nothing).With("""{"account":"{id}"}""").On(Subject.Account).SaysSoOfTheField(),
        Needs(Right.PlaceOrders, "DELETE /api/v1/orders/drafts/{id:guid}").At(MatrixTable.Nothing),
        Needs(Right.PlaceOrders, "POST /api/v1/orders/drafts/{id:guid}/completion").With("""{"version":1}""").On(Subject.Draft),
    ];

    private static IEnumerable<MatrixRow> OrderSteps(string step, params (string, string)[] fields) =>
    [
        Needs(Right.PlaceOrders, $"GET /orders/new/{{draft:guid}}/{step}").On(Subject.Draft).LeadsElsewhere(),
        Needs(Right.PlaceOrders, $"POST /orders/new/{{draft:guid}}/{step}").On(Subject.Draft).Sends(fields).LeadsElsewhere(),
    ];
}
