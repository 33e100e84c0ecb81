using System.Threading.RateLimiting;
using Connect.Application.Common.Security;

namespace Connect.Web.Infrastructure;

/// <summary>How many documents of invoices are made. Each takes a processor for some milliseconds, and an archive has up to 2 000 of them.</summary>
internal sealed class DocumentLimit
{
    /// <summary>Name of the policy of single documents.</summary>
    public const string Policy = "documents";

    private readonly HashSet<Guid> _writing = [];

    /// <summary>So many documents of a user at once.</summary>
    public int Burst { get; init; } = 60;

    /// <summary>So many more each second.</summary>
    public int PerSecond { get; init; } = 5;

    /// <summary>Archives that are written at the same time in this process; of one user it is one.</summary>
    public int Archives { get; init; } = 4;

    public static void Add(WebApplicationBuilder builder)
    {
        var limit = builder.Configuration.GetSection("Documents").Get<DocumentLimit>() ?? new();
        builder.Services.AddSingleton(limit);
        builder.Services.AddRateLimiter(options => options.AddPolicy(Policy, limit.Of));
    }

    /// <summary>The right to write an archive until it is disposed of, with the answer at the latest; null when there is no room for one more.</summary>
    public IDisposable? Enter(HttpContext context)
    {
        // Who is nobody is refused by the message.
        var user = context.RequestServices.GetRequiredService<ICurrentUser>().Identity?.Id ?? Guid.Empty;
        lock (_writing)
            if (_writing.Count >= Archives || !_writing.Add(user))
            {
                context.Response.Headers.RetryAfter = "5";
                return null;
            }

        var place = new Place(this, user);
        context.Response.RegisterForDispose(place);
        return place;
    }

    private RateLimitPartition<Guid> Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<ICurrentUser>().Identity is { } user
            ? RateLimitPartition.GetTokenBucketLimiter(user.Id, _ => new()
            {
                TokenLimit = Burst, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter(Guid.Empty);

    private sealed class Place(DocumentLimit limit, Guid user) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 1) return;
            lock (limit._writing) limit._writing.Remove(user);
        }
    }
}
