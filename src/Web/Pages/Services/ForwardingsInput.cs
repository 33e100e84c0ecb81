using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;

namespace Connect.Web.Pages.Services;

/// <summary>What is typed for forwardings. Only what differs from what was shown is sent on: what somebody else changed meanwhile stays.</summary>
public sealed class ForwardingsInput
{
    public Guid RequestId { get; set; }
    public Field Unconditional { get; set; } = new();
    public Field NotReachable { get; set; } = new();
    public Field Busy { get; set; } = new();
    public Field NoReply { get; set; } = new();

    // What follows are methods: a property would be a field of the form.

    /// <summary>In the order of the manual.</summary>
    public IEnumerable<(CallForwardingKind Kind, Field Field)> All() =>
        [(CallForwardingKind.Unconditional, Unconditional), (CallForwardingKind.NotReachable, NotReachable), (CallForwardingKind.Busy, Busy), (CallForwardingKind.NoReply, NoReply)];

    /// <summary>As the forwardings stand, or will when all that is under way is carried out.</summary>
    public static ForwardingsInput Of(IReadOnlyList<ForwardingView> shown, CallForwardingKind? without)
    {
        var (coming, input) = (ForwardingDesk.Coming(shown), new ForwardingsInput());
        foreach (var (kind, field) in input.All())
        {
            var known = coming.Find(kind);
            (field.Target, field.RingSeconds) = (known is null ? null : Format.Phone(known.Target), known?.RingSeconds);
            field.Was = field.Written(kind);
            if (kind == without) field.Target = null;
        }

        return input;
    }

    public IEnumerable<(CallForwardingKind Kind, Field Field)> Changed() => All().Where(given => given.Field.Written(given.Kind) != (given.Field.Was ?? ""));

    public SetCallForwardings ToMessage(Guid id)
    {
        var changed = Changed().ToDictionary(given => given.Kind, given => given.Field.ToInput(given.Kind));
        return new(id, RequestId)
        {
            Unconditional = changed.GetValueOrDefault(CallForwardingKind.Unconditional),
            NotReachable = changed.GetValueOrDefault(CallForwardingKind.NotReachable),
            Busy = changed.GetValueOrDefault(CallForwardingKind.Busy),
            NoReply = changed.GetValueOrDefault(CallForwardingKind.NoReply),
        };
    }

    /// <summary>What is wrong with what was changed, before it is looked at once more.</summary>
    public IEnumerable<(string Field, string Code)> Problems(ServiceForwardings service)
    {
        var own = new[] { service.PhoneNumber, service.FixedNumber }.Where(number => PhoneNumber.TryParse(number, out _)).Select(number => PhoneNumber.TryParse(number, out var parsed) ? parsed : default);
        return Changed().Any() ? Changed().SelectMany(given => given.Field.ToInput(given.Kind).Problems(given.Kind, own)) : [("", "ForwardingNone")];
    }

    /// <summary>One kind of forwarding.</summary>
    public sealed class Field
    {
        public string? Target { get; set; }
        public int? RingSeconds { get; set; }

        /// <summary>What the form showed at first.</summary>
        public string? Was { get; set; }

        /// <summary>Two that say the same are written the same.</summary>
        public string Written(CallForwardingKind kind) => string.IsNullOrWhiteSpace(Target) ? ""
            : $"{PhoneNumber.E164Of(Target) ?? Target.Trim()} {(kind == CallForwardingKind.NoReply ? RingSeconds : null)}".TrimEnd();

        public ForwardingInput ToInput(CallForwardingKind kind) => new(Target, kind == CallForwardingKind.NoReply && !string.IsNullOrWhiteSpace(Target) ? RingSeconds : null);
    }
}
