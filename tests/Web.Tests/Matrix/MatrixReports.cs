using Connect.Domain.Users;
using static Connect.Web.Tests.Matrix.MatrixRow;

namespace Connect.Web.Tests.Matrix;

/// <summary>Reports: one door for all of them, with the rights of what each of them tells.</summary>
internal static class MatrixReports
{
    public static IReadOnlyList<MatrixRow> Rows =>
    [
        Needs(Right.RunReports, "GET /reports/{kind}").At("no-such-report"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewSubscriptions).At("traffic"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewSubscriptions).At("traffic").Asks("service={id}").On(Subject.Subscription),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewSubscriptions, Right.ViewCalledNumbers).At("traffic").Asks("service={id}&calledNumbers=shown").On(Subject.Subscription),
        Needs(Right.RunReports, "POST /reports/{kind}").And(Right.ViewSubscriptions).At("traffic").Sends(("service", "{id}")).On(Subject.Subscription),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewSubscriptions).At("all-traffic").Asks("show=1&Boxes=Data"),
        Needs(Right.RunReports, "POST /reports/{kind}").And(Right.ViewSubscriptions).At("all-traffic"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/previews").And(Right.ViewSubscriptions).At("all-traffic").With("""{"boxes":["Data"]}"""),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/exports").And(Right.ViewSubscriptions).At("all-traffic").With("{}"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewSubscriptions).At("calls").Asks("show=1"),
        Needs(Right.RunReports, "POST /reports/{kind}").And(Right.ViewSubscriptions).At("calls"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewSubscriptions, Right.ViewInvoices).At("invoice-calls"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewSubscriptions, Right.ViewInvoices).At("invoice-calls").Asks("Invoice={id}").On(Subject.Invoice).SaysSoBesideTheField(),
        Needs(Right.RunReports, "POST /reports/{kind}").And(Right.ViewSubscriptions, Right.ViewInvoices).At("invoice-calls").Sends(("Invoice", "{id}")).On(Subject.Invoice).SaysSoBesideTheField(),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/previews").And(Right.ViewSubscriptions, Right.ViewInvoices).At("invoice-calls").With("""{"invoice":"{id}"}""").On(Subject.Invoice).SaysSoOfTheField(),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewInvoices).At("invoice").Asks("show=1"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/exports").And(Right.ViewInvoices).At("invoice").With("{}"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewInvoices).At("credited").Asks("show=1"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/exports").And(Right.ViewInvoices).At("credited").With("{}"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewSubscriptions).At("ended-services").Asks("show=1"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/exports").And(Right.ViewSubscriptions).At("ended-services").With("{}"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ViewSubscriptions).At("services").Asks("show=1"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/exports").And(Right.ViewSubscriptions).At("services").With("{}"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ManageTickets).At("sla").Asks("show=1"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/exports").And(Right.ManageTickets).At("sla").With("{}"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.PlaceOrders).At("orders").Asks("show=1"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/exports").And(Right.PlaceOrders).At("orders").With("{}"),
        Needs(Right.RunReports, "GET /reports/{kind}").And(Right.ManageTickets).At("tickets").Asks("show=1"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/exports").And(Right.ManageTickets).At("tickets").With("{}"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/previews").And(Right.ViewInvoices).At("invoice").With("""{"invoice":"{id}"}""").On(Subject.Invoice).SaysSoOfTheField(),
        Needs(Right.RunReports, "GET /api/v1/reports/{kind}").And(Right.ViewSubscriptions).At("traffic"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/previews").And(Right.ViewSubscriptions).At("traffic").With("""{"subscriptionId":"{id}"}""").On(Subject.Subscription),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/called-numbers").And(Right.ViewSubscriptions, Right.ViewCalledNumbers).At("traffic").With("""{"subscriptionId":"{id}"}""").On(Subject.Subscription),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/exports").And(Right.ViewSubscriptions).At("traffic").With("""{"subscriptionId":"{id}"}""").On(Subject.Subscription),

        // Kept reports are their owner's.
        Needs(Right.RunReports, "GET /reports/{kind}/keep").And(Right.ViewSubscriptions).At("all-traffic").Asks("Preset=LastMonth"),
        Needs(Right.RunReports, "POST /reports/{kind}/keep").And(Right.ViewSubscriptions).At("all-traffic").Asks("Preset=LastMonth").Sends(("Name", "Samtal")),
        Needs(Right.RunReports, "GET /reports/kept/{id:guid}").At(MatrixTable.Nothing),
        Needs(Right.RunReports, "GET /reports/kept/{id:guid}/edit").At(MatrixTable.Nothing),
        Needs(Right.RunReports, "POST /reports/kept/{id:guid}/edit").At(MatrixTable.Nothing),
        Needs(Right.RunReports, "GET /reports/kept/{id:guid}/remove").At(MatrixTable.Nothing),
        Needs(Right.RunReports, "POST /reports/kept/{id:guid}/remove").At(MatrixTable.Nothing),
        Needs(Right.RunReports, "POST /reports/kept/{id:guid}?handler=Run").At(MatrixTable.Nothing),
        Needs(Right.RunReports, "GET /api/v1/reports/kept"),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/kept").And(Right.ViewSubscriptions).At("traffic").With("""{"name":"Samtal","preset":"lastMonth","subscriptionId":"{id}"}""").On(Subject.Subscription),
        Needs(Right.RunReports, "POST /api/v1/reports/{kind}/asked").And(Right.ViewSubscriptions).At("traffic").With("""{"subscriptionId":"{id}"}""").On(Subject.Subscription),
        Needs(Right.RunReports, "GET /api/v1/reports/kept/{id:guid}").At(MatrixTable.Nothing),
        Needs(Right.RunReports, "PUT /api/v1/reports/{kind}/kept/{id:guid}").At("traffic", MatrixTable.Nothing).With("""{"name":"Samtal"}"""),
        Needs(Right.RunReports, "PUT /api/v1/reports/kept/{id:guid}/schedule").At(MatrixTable.Nothing).With("{}"),
        Needs(Right.RunReports, "POST /api/v1/reports/kept/{id:guid}/exports").At(MatrixTable.Nothing),
        Needs(Right.RunReports, "DELETE /api/v1/reports/kept/{id:guid}").At(MatrixTable.Nothing),
        Needs(Right.RunReports, "POST /reports/exports?handler=Again").And(Right.ViewSubscriptions).Sends(("id", "{id}")).On(Subject.Export),
        Needs(Right.RunReports, "POST /api/v1/reports/exports/{id:guid}/again").And(Right.ViewSubscriptions).On(Subject.Export),
    ];
}
