using Connect.Application.Common.Security;
using Connect.Domain.Users;
using Connect.TestKit;
using static Connect.Web.Tests.Matrix.MatrixRow;

namespace Connect.Web.Tests.Matrix;

/// <summary>The rows of several services at once: jobs are their owner's, within the reach that they were made in.</summary>
internal static class MatrixBulk
{
    private static MatrixRow Needed(string key) => Needs(Right.ManageSubscriptions, key).And(Right.ViewSubscriptions);

    public static readonly IReadOnlyList<MatrixRow> Rows =
    [
        Needed("GET /services/bulk"),
        Needed("GET /services/bulk/new").Asks("kind=AddBarrings"),
        Needed("GET /services/bulk/new").Asks("file=true&kind=Move"),
        Needed("GET /services/bulk/new").Asks("kind=Move&account={id}&reach=below").On(Subject.Account),
        Needed("GET /services/bulk/new").Asks("insteadOf={id}").On(Subject.BulkJob),
        Needed("POST /services/bulk/new").Asks("kind=AddBarrings&chosen=1&service=" + MatrixTable.Nothing).Sends(("Wish.Barrings", "PremiumCalls")),
        Needed("GET /services/bulk/template").Asks("kind=Move"),
        Needed("GET /services/bulk/{id:guid}").On(Subject.BulkJob),
        Needed("GET /services/bulk/{id:guid}/result").On(Subject.BulkJob),
        Needed("POST /services/bulk/{id:guid}?handler=Confirm").On(Subject.BulkJob),
        Needed("POST /services/bulk/{id:guid}?handler=Cancel").On(Subject.BulkJob),
        Needed("GET /api/v1/bulk/choices"),
        Needed("GET /api/v1/bulk/choices").Asks("matching=%3Faccount%3D{id}").On(Subject.Account),
        Needed("POST /api/v1/bulk/checks").With("""{"kind":"addBarrings","barrings":["premiumCalls"]}"""),
        Needed("GET /api/v1/bulk/template").Asks("kind=Move"),
        Needed("POST /api/v1/bulk/files").Asks("kind=Move").With("{}"),
        Needed("GET /api/v1/bulk/jobs"),
        Needed("POST /api/v1/bulk/jobs").With($$"""{"wish":{"kind":"addBarrings","barrings":["premiumCalls"]},"services":[{"service":"{{MatrixTable.Nothing}}"}]}"""),
        Needed("GET /api/v1/bulk/jobs/{id:guid}").On(Subject.BulkJob),
        Needed("GET /api/v1/bulk/jobs/{id:guid}/rows").Asks("page=1").On(Subject.BulkJob),
        Needed("GET /api/v1/bulk/jobs/{id:guid}/result").On(Subject.BulkJob),
        Needed("POST /api/v1/bulk/jobs/{id:guid}/confirmation").On(Subject.BulkJob),
        Needed("DELETE /api/v1/bulk/jobs/{id:guid}").On(Subject.BulkJob),
    ];

    /// <summary>A preview of one row.</summary>
    /// <param name="name">Of the file and of the row's service.</param>
    public static async Task<string> JobAsync(World world, UserIdentity owner, DateTimeOffset at, string name)
    {
        var id = Guid.CreateVersion7();
        await world.InsertAsync("BulkJob", ("Id", id), ("OrganisationId", owner.Reach.OrganisationId), ("AccountId", owner.Reach.AccountId), ("UserId", owner.Id), ("Kind", 1),
            ("Wish", """{"kind":1,"barrings":[6]}"""), ("FileName", name + ".xlsx"), ("State", 2), ("CancelRequested", false), ("RowsTotal", 1), ("CreatedAt", at));
        await world.InsertAsync("BulkRow", ("JobId", id), ("No", 1), ("Given", name), ("UserName", name), ("RequestId", Guid.CreateVersion7()), ("State", 4), ("Tries", 0), ("Problem", """{"code":"BulkServiceUnknown","arguments":[]}"""));
        return id.ToString();
    }
}
