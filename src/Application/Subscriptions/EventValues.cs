using Connect.Application.Common.Texts;
using Connect.Application.Operator;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>What a reader sees of an event's stored values: codes become words of the current language.</summary>
public static class EventValues
{
    /// <param name="kind">One of <see cref="SubscriptionEventKinds"/>.</param>
    public static IReadOnlyList<string> Shown(string kind, IReadOnlyList<string> stored)
    {
        string[] values = [.. stored];
        if (SubscriptionEventKinds.OfBarrings.Contains(kind)) values[0] = string.Join(", ", values[0].Split(',').Select(barring => Text.Get($"Services.Barring.{barring}")));
        if (SubscriptionEventKinds.EndingWithReason.Contains(kind)) values[^1] = OwnReasons.Shown(values[^1])!;
        return values;
    }
}
