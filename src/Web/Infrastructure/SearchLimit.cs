using System.Globalization;
using System.Threading.RateLimiting;
using Connect.Application.Common.Security;

namespace Connect.Web.Infrastructure;

/// <summary>
/// How often a user may search. Whoever types asks at most once in each pause of 120 ms between two keys, which is less than what is filled up
/// again; a program that asks without a pause meets the limit and is told when to come back.
/// </summary>
internal sealed class SearchLimit
{
    /// <summary>Name of the policy; the doors of search ask for it.</summary>
    public const string Policy = "search";

    /// <summary>What an address that searches has: what is typed, or a place on the map. Its page is also opened without looking for anything.</summary>
    private static readonly string[] Sought = ["q", "place", "lat", "latitude"];

    /// <summary>So many at once.</summary>
    public int Burst { get; init; } = 100;

    /// <summary>So many more each second.</summary>
    public int PerSecond { get; init; } = 10;

    public static void Add(WebApplicationBuilder builder)
    {
        var limit = builder.Configuration.GetSection("Search").Get<SearchLimit>() ?? new();
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Policy, limit.Of);
        });
    }

    // With a session or a token: it is the same user. Who is neither is refused before anything is searched.
    private RateLimitPartition<Guid> Of(HttpContext context) =>
        Sought.Any(context.Request.Query.ContainsKey) && context.RequestServices.GetRequiredService<ICurrentUser>().Identity is { } user
            ? RateLimitPartition.GetTokenBucketLimiter(user.Id, _ => new()
            {
                TokenLimit = Burst, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter(Guid.Empty);
}
