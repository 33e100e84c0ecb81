using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Application.Operator;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions;

/// <summary>What a reader sees of an event's stored values: codes become words of the current language.</summary>
public static class EventValues
{
    /// <param name="kind">One of <see cref="SubscriptionEventKinds"/>.</param>
    public static IReadOnlyList<string> Shown(string kind, IReadOnlyList<string> stored)
    {
        string[] values = [.. stored];
        if (SubscriptionEventKinds.OfBarrings.Contains(kind)) values[0] = values[0].Length == 0 ? "–" : string.Join(", ", values[0].Split(',').Select(barring => Text.Get($"Services.Barring.{barring}")));
        if (SubscriptionEventKinds.OfForwardings.Contains(kind)) values[0] = string.Join(", ", values[0].Split(',').Select(Forwarding));
        if (SubscriptionEventKinds.OfAmounts.Contains(kind)) values[^1] = Format.Money(Money.FromKronor(decimal.Parse(values[^1], CultureInfo.InvariantCulture)));
        if (SubscriptionEventKinds.OfMonths.Contains(kind)) values[2] = Format.Month(DateOnly.ParseExact(values[2], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (SubscriptionEventKinds.OfReferences.Contains(kind)) values = [Text.Get($"Services.Facts.{values[0]}"), .. values[1..].Select(value => value.Length == 0 ? Text.Get("SubscriptionEvents.Nothing") : value)];
        if (SubscriptionEventKinds.EndingWithReason.Contains(kind)) values[^1] = OwnReasons.Shown(values[^1])!;
        return values;
    }

    // A kind alone where it was removed; else number and, after ring time, seconds behind it.
    private static string Forwarding(string written)
    {
        var parts = written.Split(' ');
        var kind = parts is [nameof(CallForwardingKind.NoReply)] ? Text.Get("Services.Forwarding.AfterRingTime") : Text.Get($"Services.Forwarding.{parts[0]}", parts.ElementAtOrDefault(2));
        return parts.Length == 1 ? kind : $"{kind} {Text.Get("Services.Forwarding.To", Format.Phone(parts[1]))}";
    }
}
