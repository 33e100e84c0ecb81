using Connect.Domain.Users;
using static Connect.Web.Tests.Matrix.MatrixRow;

namespace Connect.Web.Tests.Matrix;

/// <summary>What is expected of the doors to Driftinformation: open to whoever is logged in, within what is told to them.</summary>
internal static class MatrixNetwork
{
    public static readonly IReadOnlyList<MatrixRow> Rows =
    [
        LoggedIn("GET /").Asks("view=map"),
        LoggedIn("GET /network"),
        LoggedIn("GET /network").Asks("view=map"),
        LoggedIn("GET /").Asks("view=mobile&net=4g-plus&place=Örebro"),
        LoggedIn("GET /network").Asks("view=mobile&lat=59.27&lon=15.2"),
        LoggedIn("GET /network?handler=At").Asks("net=5g&lat=59.27&lon=15.2"),
        LoggedIn("GET /api/v1/coverage/{network}").At("5g"),
        LoggedIn("GET /api/v1/coverage-at").Asks("latitude=59.27&longitude=15.2"),
        LoggedIn("GET /api/v1/places").Asks("q=Örebro"),
        LoggedIn("GET /network/incidents/{id:guid}").On(Subject.Incident),
        LoggedIn("GET /api/v1/incidents"),
        LoggedIn("GET /api/v1/incidents").Asks("network=5G"),
        LoggedIn("GET /api/v1/incidents/{id:guid}").On(Subject.Incident),
        Needs(Right.ViewSubscriptions, "GET /api/v1/services/{id:guid}/incidents").On(Subject.Subscription),
    ];
}
