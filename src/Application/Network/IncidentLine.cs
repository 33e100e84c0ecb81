using System.Text.Json;
using Connect.Domain.Network;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Network;

/// <summary>What an incident is and when.</summary>
public sealed record IncidentFacts
{
    public required IncidentKind Kind { get; init; }
    public required IncidentSeverity Severity { get; init; }

    /// <summary>As of now.</summary>
    public required IncidentState State { get; init; }

    /// <summary>It should be over by now.</summary>
    public required bool IsLate { get; init; }

    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Null where nobody knows yet.</summary>
    public DateTimeOffset? ExpectedEndAt { get; init; }

    /// <summary>When it was over; null as long as it is not.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>An incident as everybody sees it, with what it means for the reader.</summary>
public sealed record IncidentLine
{
    public required Guid Id { get; init; }
    public required IncidentFacts Facts { get; init; }

    /// <summary>Lines of plain text.</summary>
    public required string Text { get; init; }

    /// <summary>It touches services within the user's reach.</summary>
    public required bool TouchesOwn { get; init; }

    /// <summary>The first of the user's services that it names; none without the right to see services.</summary>
    public IReadOnlyList<IncidentService> Services { get; init; } = [];

    /// <summary>There are more than <see cref="Services"/> holds.</summary>
    public bool HasMoreServices { get; init; }

    /// <summary>The kinds of service that it touches within its area.</summary>
    public IReadOnlyList<SubscriptionKind> Kinds { get; init; } = [];

    /// <summary>The generations of the mobile network that it is in: <c>4G+</c>.</summary>
    public IReadOnlyList<string> MobileNetworks { get; init; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<IncidentUpdate> Updates { get; init; } = [];

    /// <summary>A geometry of GeoJSON; null for what has no place.</summary>
    public JsonElement? Geometry { get; init; }
}

/// <param name="Name">The user's name.</param>
public sealed record IncidentService(Guid Id, string Name);

/// <summary>What became known later.</summary>
public sealed record IncidentUpdate(DateTimeOffset At, string Text);
