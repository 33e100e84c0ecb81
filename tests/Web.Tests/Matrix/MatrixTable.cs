using Connect.Domain.Users;
using static Connect.Web.Tests.Matrix.MatrixRow;

namespace Connect.Web.Tests.Matrix;

/// <summary>What is expected of every door. Whoever adds an endpoint or a page handler adds its row, by thinking and not by copying its attribute.</summary>
internal static partial class MatrixTable
{
    // A card number that is well formed and in nobody's stock.
    private const string Card = "8946999000000000017";

    // An id of nothing at all.
    public const string Nothing = "01960000-0000-7000-8000-00000000ffff";

    public static readonly IReadOnlyList<MatrixRow> Rows =
    [
        // For machines, and for everybody.
        Open("ANY /health/live"),
        Open("ANY /health/ready"),
        Open("GET /openapi/{documentName}.json").At("v1"),
        Open("GET /{**path:file}").At("no-such.css"),
        Open("HEAD /{**path:file}").At("no-such.css"),
        Open("GET /favicon.ico"),
        Open("GET /error"),
        Open("GET /preferences"),
        Open("POST /preferences?handler=Theme").Sends(("value", "dark")),
        Open("POST /preferences?handler=Rows").Sends(("size", "50")),
        Open("POST /preferences?handler=Language").Sends(("value", "en")),

        LoggedIn("GET /"),

        // The way in. Somebody who is logged in is led on.
        Open("GET /login"),
        Open("POST /login"),
        Open("GET /login/code"),
        Open("POST /login/code"),
        Open("POST /login/code?handler=Resend"),
        Open("GET /logout").At(""),
        Open("POST /logout"),
        Open("GET /welcome/{token}").At("no-such-invitation"),
        Open("POST /welcome/{token}").At("no-such-invitation"),
        Open("GET /dev/outbox"),
        Open("GET /login/two-factor"),
        Open("POST /login/two-factor?handler=App"),
        Open("POST /login/two-factor?handler=Sms"),
        Open("POST /login/two-factor?handler=Confirm").Sends(("Code", "123456")),
        Open("POST /login/forgotten"),
        Open("GET /login/reset/{token}").At("no-such-link"),
        Open("POST /login/reset/{token}").At("no-such-link"),
        LoggedIn("POST /login/confirm"),

        // The user's own. Nothing here speaks of anybody else: an id that is another's is an id that is not there.
        LoggedIn("GET /me/details"),
        LoggedIn("POST /me/details"),
        LoggedIn("POST /me/password"),
        LoggedIn("GET /me/two-factor"),
        LoggedIn("POST /me/two-factor?handler=Begin"),
        LoggedIn("POST /me/two-factor?handler=Sms"),
        LoggedIn("GET /me/two-factor/off/{way}").At("sms"),
        LoggedIn("POST /me/two-factor/off/{way}").At("sms"),
        LoggedIn("POST /me/two-factor?handler=Codes"),
        LoggedIn("GET /me/authenticator"),
        LoggedIn("POST /me/authenticator").Sends(("Code", "123456")),
        LoggedIn("GET /me/number"),
        LoggedIn("POST /me/number").Sends(("Code", "123456")),
        LoggedIn("POST /me/number?handler=Resend"),
        LoggedIn("GET /me/sessions"),
        LoggedIn("POST /me/sessions?handler=End").Sends(("id", Nothing)),
        LoggedIn("POST /me/sessions?handler=Everywhere"),
        LoggedIn("GET /me/tokens"),
        LoggedIn("POST /me/tokens?handler=Withdraw").Sends(("id", Nothing)),
        LoggedIn("GET /me/tokens/new"),
        LoggedIn("POST /me/tokens/new").Sends(("Input.Name", "matrix"), ("Input.Days", "30")),
        LoggedIn("GET /report-fault"),
        LoggedIn("POST /report-fault"),
        LoggedIn("GET /api/v1/me"),
        LoggedIn("PUT /api/v1/me/language").With("""{"language":"sv"}"""),
        LoggedIn("GET /api/v1/me/notices"),
        LoggedIn("PUT /api/v1/me/notices").With("""{"on":[]}"""),
        LoggedIn("POST /me?handler=Notices").Sends(("Notices", "OrderDelivered")),
        LoggedIn("GET /me"),
        LoggedIn("POST /me").Sends(("Language", "sv")),

        Needs(Right.ViewAccounts, "GET /accounts"),
        Needs(Right.ViewAccounts, "GET /accounts?handler=Branch").Asks("number={id}").On(Subject.Account),
        Needs(Right.ViewAccounts, "GET /accounts?handler=Search").Asks("q=a"),
        Needs(Right.ViewAccounts, "GET /accounts/{number}").On(Subject.Account),
        Needs(Right.ViewAccounts, "GET /accounts/{number}").Asks("tab=services&reach=all").On(Subject.Account),
        LoggedIn("GET /accounts/pick"),
        .. AccountForms("alias", ("Alias", "Avd")),
        .. AccountForms("invoice-reference", ("InvoiceReference", "REF-1")),
        .. AccountForms("address", ("Street", "Storgatan 1"), ("PostalCode", "123 45"), ("City", "Ort")),
        .. AccountForms("invoice-address", ("Street", "Storgatan 1"), ("PostalCode", "123 45"), ("City", "Ort")),
        .. AccountForms("contact-persons/new", ("Input.Name", "Bo Ek")),
        ManagesAccounts("GET /accounts/{number}/contact-persons/{id:guid}").On(Subject.ContactPerson),
        ManagesAccounts("POST /accounts/{number}/contact-persons/{id:guid}").On(Subject.ContactPerson).Sends(("Input.Name", "Bo Ek")),
        ManagesAccounts("GET /accounts/{number}/contact-persons/{id:guid}/remove").On(Subject.ContactPerson),
        ManagesAccounts("POST /accounts/{number}/contact-persons/{id:guid}/remove").On(Subject.ContactPerson),
        ManagesAccounts("GET /accounts/new"),
        ManagesAccounts("GET /accounts/new").Asks("under={id}").On(Subject.Account),
        ManagesAccounts("POST /accounts/new").Asks("under={id}").On(Subject.Account).Sends(("Input.Name", "Nytt")),
        ManagesAccounts("POST /accounts/new?handler=Copy").Asks("under={id}").On(Subject.Account).Sends(("Input.Name", "Nytt")),
        Needs(Right.ViewAccounts, "GET /api/v1/accounts"),
        Needs(Right.ViewAccounts, "GET /api/v1/accounts/tree"),
        Needs(Right.ViewAccounts, "GET /api/v1/accounts/search").Asks("q=a"),
        LoggedIn("GET /api/v1/accounts/pick"),
        Needs(Right.ViewAccounts, "GET /api/v1/accounts/{number}").On(Subject.Account),
        Needs(Right.ViewAccounts, "GET /api/v1/accounts/{number}/accounts").On(Subject.Account),
        ManagesAccounts("POST /api/v1/accounts").With("""{"parent":"{id}","name":"Nytt"}""").On(Subject.Account),
        ManagesAccounts("POST /api/v1/accounts/{number}/alias").With("""{"value":"Avd"}""").On(Subject.Account),
        ManagesAccounts("POST /api/v1/accounts/{number}/invoice-reference").With("""{"value":"REF-1"}""").On(Subject.Account),
        ManagesAccounts("POST /api/v1/accounts/{number}/address").With("""{"street":"Storgatan 1","postalCode":"123 45","city":"Ort"}""").On(Subject.Account),
        ManagesAccounts("POST /api/v1/accounts/{number}/invoice-address").With("""{"street":"Storgatan 1","postalCode":"123 45","city":"Ort"}""").On(Subject.Account),
        ManagesAccounts("POST /api/v1/accounts/{number}/contact-persons").With("""{"name":"Bo Ek"}""").On(Subject.Account),
        ManagesAccounts("POST /api/v1/accounts/{number}/contact-persons/{id:guid}").With("""{"name":"Bo Ek"}""").On(Subject.ContactPerson),
        ManagesAccounts("DELETE /api/v1/accounts/{number}/contact-persons/{id:guid}").On(Subject.ContactPerson),

        .. Services,
        .. MatrixInvoices.Rows,
        .. MatrixNetwork.Rows,

        Needs(Right.PlaceOrders, "GET /orders"),
        NeedsAny("GET /orders/{number}", Right.ViewSubscriptions, Right.ManageSubscriptions, Right.PlaceOrders).On(Subject.Order),
        // The world's orders are changes of services.
        Needs(Right.ManageSubscriptions, "GET /orders/{number}/cancel").On(Subject.Order),
        Needs(Right.ManageSubscriptions, "POST /orders/{number}/cancel").On(Subject.Order),
        Needs(Right.ViewAccounts, "GET /accounts/{number}").Asks("tab=orders&reach=all").On(Subject.Account),
        Needs(Right.PlaceOrders, "GET /reports/lists/{list}").At("orders"),
        NeedsAny("GET /api/v1/orders/{number}", Right.ViewSubscriptions, Right.ManageSubscriptions, Right.PlaceOrders).On(Subject.Order),
        Needs(Right.PlaceOrders, "GET /api/v1/orders"),
        Needs(Right.PlaceOrders, "GET /api/v1/orders/open"),
        .. NewOrderRows.All,
        Needs(Right.ManageSubscriptions, "POST /api/v1/orders/{number}/cancellation").On(Subject.Order),
        .. MatrixTickets.Rows,
        .. MatrixBulk.Rows,
        Operator("POST /api/v1/operator/callbacks").With("{}"),
        Operator("PUT /api/v1/operator/records/{kind}").At("accounts").With("{}"),
        Operator("POST /api/v1/operator/order-progress").With($$"""{"eventId":"{{Nothing}}","orderNumber":"1","progress":"processing"}"""),
        Operator("POST /api/v1/operator/import").With("{}"),
        Operator("ANY /jobs/{**path}").At(""),

        // Whoever is logged in may search; without a right nothing is found.
        LoggedIn("GET /search").Asks("q=Åke"),
        LoggedIn("GET /search/suggestions").Asks("q=Åke"),
        LoggedIn("GET /api/v1/search").Asks("q=Åke"),

        Needs(Right.ManageUsers, "GET /api/v1/users/choices"),
        Needs(Right.ManageUsers, "GET /api/v1/users/contact-persons").Asks("q=a"),
        Needs(Right.ManageUsers, "POST /api/v1/users").With($$"""{"account":"{id}","userName":"ny.person","email":"ny@example.com","contactPersonId":"{{Nothing}}"}""").On(Subject.Account).SaysSoOfTheField(),
        Needs(Right.ManageUsers, "PUT /api/v1/users/{id:guid}").With($$"""
            {"account":"1","userName":"ny.person","email":"ny@example.com","contactPersonId":"{{Nothing}}","mobileNumber":null,"smsTwoFactor":false,"language":"sv","rights":[],"limitsProducts":false,"version":1}
            """).On(Subject.User),
        Needs(Right.ManageUsers, "POST /api/v1/users/{id:guid}/deactivation").On(Subject.User),
        Needs(Right.ManageUsers, "POST /api/v1/users/{id:guid}/reactivation").On(Subject.User),
        Needs(Right.ManageUsers, "POST /api/v1/users/{id:guid}/two-factor-reset").On(Subject.User),
        Needs(Right.ManageUsers, "DELETE /api/v1/users/{id:guid}/sessions").On(Subject.User),
        Needs(Right.ManageUsers, "POST /api/v1/users/{id:guid}/invitations").On(Subject.User),
        Needs(Right.ManageUsers, "GET /audit"),
        Needs(Right.ManageUsers, "GET /audit/{id:guid}").On(Subject.AuditEntry),
        Needs(Right.ManageUsers, "GET /api/v1/audit"),
        Needs(Right.ManageUsers, "GET /api/v1/audit/{id:guid}").On(Subject.AuditEntry),
        Needs(Right.ManageUsers, "GET /reports/lists/{list}").At("audit"),
        Needs(Right.ManageUsers, "GET /users"),
        Needs(Right.ManageUsers, "GET /users/{id:guid}").On(Subject.User),
        Needs(Right.ManageUsers, "GET /users/new"),
        Needs(Right.ManageUsers, "POST /users/new").Sends(("Input.UserName", "ny.person")),
        Needs(Right.ManageUsers, "GET /users/contact-persons").Asks("q=a"),
        Needs(Right.ManageUsers, "GET /users/{id:guid}/edit").On(Subject.User),
        Needs(Right.ManageUsers, "POST /users/{id:guid}/edit").On(Subject.User).Sends(("Input.UserName", "ny.person")),
        Needs(Right.ManageUsers, "GET /users/{id:guid}/{act}").On(Subject.User),
        Needs(Right.ManageUsers, "POST /users/{id:guid}/{act}").On(Subject.User),
        Needs(Right.ManageUsers, "GET /api/v1/users"),
        Needs(Right.ManageUsers, "GET /api/v1/users/{id:guid}").On(Subject.User),

        Needs(Right.RunReports, "GET /reports"),
        Needs(Right.RunReports, "GET /api/v1/reports"),
        .. MatrixReports.Rows,

        // Exports are their owner's; what they hold was asked for with the rights of then and is written with the rights of now.
        LoggedIn("GET /reports/exports"),
        LoggedIn("POST /reports/exports?handler=Cancel").Sends(("id", "{id}")).On(Subject.Export),
        LoggedIn("GET /reports/exports/{id:guid}/file").On(Subject.Export),
        LoggedIn("GET /reports/exports/{id:guid}/remove").On(Subject.Export),
        LoggedIn("POST /reports/exports/{id:guid}/remove").On(Subject.Export),
        LoggedIn("GET /api/v1/reports/exports"),
        LoggedIn("GET /api/v1/reports/exports/{id:guid}").On(Subject.Export),
        LoggedIn("GET /api/v1/reports/exports/{id:guid}/file").On(Subject.Export),
        LoggedIn("DELETE /api/v1/reports/exports/{id:guid}").On(Subject.Export),
        LoggedIn("POST /api/v1/reports/exports/{id:guid}/cancellation").On(Subject.Export),
        LoggedIn("GET /reports/lists/{list}").At("no-such-list"),
        LoggedIn("POST /reports/lists/{list}").At("no-such-list"),
        LoggedIn("GET /api/v1/reports/lists/{list}").At("no-such-list"),
        LoggedIn("POST /api/v1/reports/lists/{list}/exports").At("no-such-list"),
        Needs(Right.ViewAccounts, "GET /reports/lists/{list}").At("accounts"),
        Needs(Right.ManageUsers, "GET /reports/lists/{list}").At("users"),
        Needs(Right.ViewSubscriptions, "GET /reports/lists/{list}").At("services"),
        .. MatrixViews.Rows,
        Needs(Right.ViewSubscriptions, "POST /reports/lists/{list}").At("services"),
        Needs(Right.ViewSubscriptions, "POST /api/v1/reports/lists/{list}/exports").At("services"),
    ];

    private static MatrixRow ManagesAccounts(string key) => Needs(Right.ManageAccounts, key).And(Right.ViewAccounts);

    private static IEnumerable<MatrixRow> AccountForms(string route, params (string, string)[] fields) =>
    [
        ManagesAccounts($"GET /accounts/{{number}}/{route}").On(Subject.Account),
        ManagesAccounts($"POST /accounts/{{number}}/{route}").On(Subject.Account).Sends(fields),
    ];

    public static MatrixRow Row(string name) => Rows.Single(row => row.Name == name);
}
