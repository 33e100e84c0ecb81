using System.Text.Json.Serialization;
using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <summary>The barrings of one service as they stand when all that is under way is carried out, and what may be changed of them.</summary>
public sealed class BarringSet(IEnumerable<BarringKind> kinds)
{
    private readonly SortedSet<BarringKind> _kinds = [.. kinds];

    public IReadOnlyList<BarringKind> Kinds => [.. _kinds];

    public bool Has(BarringKind kind) => _kinds.Contains(kind);

    /// <summary>The barring in the set that bars all that this one would; null when there is none.</summary>
    public BarringKind? Containing(BarringKind kind) => _kinds.Where(other => other.Contains(kind)).Cast<BarringKind?>().FirstOrDefault();

    /// <summary>The set with some of it taken away and more put to it.</summary>
    public BarringSet With(IEnumerable<BarringKind> added, IEnumerable<BarringKind> removed) => new(_kinds.Except(removed).Union(added));

    /// <summary>What a change does to the set: what is there is not added again, what is not there not removed.</summary>
    public BarringChange Done(BarringChange change) => new([.. change.Added.Where(kind => !Has(kind)).Distinct().Order()], [.. change.Removed.Where(Has).Distinct().Order()]);

    /// <summary>What is left to do: what is there already is not added again, what is not there not removed. A barring that contains others leaves them as they are.</summary>
    /// <exception cref="DomainRuleException">One to be added bars nothing more than another that is there or is added too.</exception>
    public BarringChange Change(IReadOnlyCollection<BarringKind> add, IReadOnlyCollection<BarringKind> remove)
    {
        var change = Done(new([.. add], [.. remove]));
        var after = With(change.Added, change.Removed);
        foreach (var kind in change.Added)
            if (after.Containing(kind) is { } whole) throw new DomainRuleException("BarringContained", "Add", kind, whole);
        return change;
    }

    /// <summary>As audit log and history name them.</summary>
    public override string ToString() => string.Join(", ", _kinds);
}

/// <summary>Barrings that come and go together.</summary>
public sealed record BarringChange(IReadOnlyList<BarringKind> Added, IReadOnlyList<BarringKind> Removed)
{
    /// <summary>Nothing is to be done.</summary>
    [JsonIgnore]
    public bool IsEmpty => Added.Count + Removed.Count == 0;
}
