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
        LoggedIn("GET /network/incidents/{id:guid}").On(Subject.Incident),
        LoggedIn("GET /api/v1/incidents"),
        LoggedIn("GET /api/v1/incidents").Asks("network=5G"),
        LoggedIn("GET /api/v1/incidents/{id:guid}").On(Subject.Incident),
        Needs(Right.ViewSubscriptions, "GET /api/v1/services/{id:guid}/incidents").On(Subject.Subscription),
    ];
}
