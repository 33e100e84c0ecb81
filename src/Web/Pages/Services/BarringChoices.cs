using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;
using Connect.Domain.Subscriptions;

namespace Connect.Web.Pages.Services;

/// <summary>What the page of barrings offers, and what of the chosen ones there is to say before they are confirmed.</summary>
public sealed class BarringChoices(ServiceBarrings service, IReadOnlyList<BarringKind> add, IReadOnlyList<BarringKind> remove)
{
    /// <summary>By what is barred; the whole service has a place of its own.</summary>
    public static readonly IReadOnlyList<(string Text, IReadOnlyList<BarringKind> Kinds)> Groups =
    [
        ("Barrings.Group.Calls", [BarringKind.AllOutgoing, BarringKind.OutgoingInternational, BarringKind.OutgoingInternationalExceptHome, BarringKind.PremiumCalls, BarringKind.AllIncoming, BarringKind.IncomingWhenRoaming]),
        ("Barrings.Group.Messages", [BarringKind.OutgoingSms, BarringKind.PremiumMessages]),
        ("Barrings.Group.Data", [BarringKind.AllData, BarringKind.RoamingData, BarringKind.AllRoaming]),
    ];

    private readonly BarringSet _coming = BarringDesk.Coming(service.Barrings);

    public ServiceBarrings Service => service;

    /// <summary>The whole service is barred, or will be; nothing can be put to that.</summary>
    public BarringView? Lost => Find(BarringKind.LostOrStolen);

    public IReadOnlyList<BarringKind> Added => [.. add.Where(kind => !_coming.Has(kind)).Distinct()];
    public IReadOnlyList<BarringKind> Removed => [.. remove.Where(_coming.Has).Distinct()];

    /// <summary>Those that are there and contained in what is added.</summary>
    public IReadOnlyList<BarringKind> Staying => [.. service.Barrings.Select(view => view.Kind).Where(kind => _coming.Has(kind) && !remove.Contains(kind) && Added.Any(added => added.Contains(kind)))];

    /// <summary>The barring that this one would be part of, were all of it added; null when it can be added.</summary>
    public BarringKind? Containing(BarringKind kind) => _coming.With(Added, Removed).Containing(kind);

    /// <summary>Added in vain: part of another.</summary>
    public IReadOnlyList<BarringKind> Contained => [.. Added.Where(kind => Containing(kind) is not null)];

    public bool CanBeConfirmed => Added.Count + Removed.Count > 0 && Contained.Count == 0;

    public BarringView? Find(BarringKind kind) => service.Barrings.FirstOrDefault(view => view.Kind == kind);

    /// <summary>Whether the barring stands there and can be removed.</summary>
    public bool IsThere(BarringKind kind) => _coming.Has(kind);

    public bool IsTicked(BarringKind kind) => add.Contains(kind);

    /// <summary>The page as it was when the choice was made.</summary>
    public string BackLink => Added.Count > 0 && !Added.Contains(BarringKind.LostOrStolen)
        ? $"/services/{service.SubscriptionId}/barrings?{string.Join('&', Added.Select(kind => $"add={kind}"))}" : $"/services/{service.SubscriptionId}/barrings";

    public static string Name(BarringKind kind) => Text.Get($"Services.Barring.{kind}");

    /// <summary>What was sent to the operator.</summary>
    public static string Told(BarringChange change)
    {
        var parts = new[] { ("Barrings.Done.Added", change.Added), ("Barrings.Done.Removed", change.Removed) };
        return change.IsEmpty ? Text.Get("Barrings.Done.Nothing")
            : string.Join(" ", parts.Where(part => part.Item2.Count > 0).Select(part => Text.Get(part.Item1, string.Join(", ", part.Item2.Select(Name)))));
    }
}
