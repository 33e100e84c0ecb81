using Connect.Application.Common.Texts;
using Connect.Domain.Subscriptions;

namespace Connect.Web.Pages.Services;

/// <summary>How forwardings are called in sentences.</summary>
public static class ForwardingWords
{
    /// <summary><c>Upptaget</c>, <c>Efter 20 s ringtid</c>.</summary>
    public static string Name(CallForwardingKind kind, int? ringSeconds) =>
        kind == CallForwardingKind.NoReply && ringSeconds is null ? Text.Get("Services.Forwarding.AfterRingTime") : Text.Get($"Services.Forwarding.{kind}", ringSeconds ?? 0);

    /// <summary><c>08-123 456</c>, or with the ring time behind it.</summary>
    public static string Where(CallForwarding forwarding) =>
        forwarding.RingSeconds is { } seconds ? Text.Get("Forwardings.After", Format.Phone(forwarding.Target), seconds) : Format.Phone(forwarding.Target);

    /// <summary>What was sent to the operator.</summary>
    public static string Told(ForwardingChange change)
    {
        var parts = change.Set.Select(set => $"{Name(set.Kind, set.RingSeconds)} {Text.Get("Services.Forwarding.To", Format.Phone(set.Target))}")
            .Concat(change.Removed.Select(kind => Text.Get("Forwardings.Done.Removed", Name(kind, null))));
        return change.IsEmpty ? Text.Get("Forwardings.Done.Nothing") : Text.Get("Forwardings.Done", string.Join(", ", parts));
    }
}
