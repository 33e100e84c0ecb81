using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <summary>Kreditspärr: when the charges of a Swedish month come to an amount, premium calls and messages and roaming are barred until the next month, or until it is raised or removed.</summary>
/// <param name="Amount">Of a month, without VAT.</param>
/// <param name="SetById">The user who is told when it is reached.</param>
public sealed record CostCap(Guid SubscriptionId, Money Amount, Guid SetById)
{
    /// <summary>Kronor; more is a slip of the pen.</summary>
    public const int Most = 1_000_000;

    /// <summary>What it bars. Data in Sweden and all that is free go on.</summary>
    public static readonly IReadOnlyList<BarringKind> Kinds = [BarringKind.PremiumCalls, BarringKind.PremiumMessages, BarringKind.AllRoaming];

    /// <summary>The first day of the month in which it bars; null when it does not.</summary>
    public DateOnly? BarsIn { get; init; }

    /// <summary>What it has barred, and nobody else.</summary>
    public IReadOnlyList<BarringKind> Bars { get; init; } = [];

    /// <summary>0 when it is not in the database yet.</summary>
    public int Version { get; init; }

    public bool IsReached(Money charged) => charged >= Amount;
}
