using Hangfire;
using Hangfire.Dashboard;

namespace Connect.Web.Operations;

/// <summary>
/// Hangfire's dashboard at <c>/jobs</c>, for reading: what is to be done stands in our own tables, so there is nothing to change in it.
/// <see cref="JobsDoor"/> lets in who has an operator key for it.
/// </summary>
internal sealed class JobsDashboard : IDashboardAuthorizationFilter
{
    public const string Path = "/jobs";

    /// <summary>Metadata of its endpoints.</summary>
    public static readonly JobsDashboard Instance = new();

    public static void Map(WebApplication app) => app.MapHangfireDashboard(Path, new DashboardOptions
    {
        DashboardTitle = "Connect",
        AppPath = null,
        DisplayStorageConnectionString = false,
        IsReadOnlyFunc = _ => true,
        Authorization = [Instance],
    }).WithMetadata(Instance);

    /// <summary>The second lock: without the door's word nobody comes in.</summary>
    public bool Authorize(DashboardContext context) => context.GetHttpContext().Features.Get<JobsPass>() is not null;
}

/// <summary>Whoever calls the dashboard has shown a key for it.</summary>
internal sealed record JobsPass(string KeyName);
