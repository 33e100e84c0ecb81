using Connect.Domain.Common;

namespace Connect.Domain.Orders;

/// <summary>The Swedish day on which an order is to be carried out, at 00:00; today means as soon as the operator can.</summary>
public static class ChangeDay
{
    /// <summary>Nobody plans longer ahead; a year beyond it is a slip of the pen.</summary>
    public const int MaxYears = 10;

    /// <exception cref="DomainRuleException">The day has been, or is too far away.</exception>
    public static void Check(DateOnly day, DateOnly today, string field)
    {
        if (day < today) throw new DomainRuleException("DayHasBeen", field);
        if (day > today.AddYears(MaxYears)) throw new DomainRuleException("DayTooFar", field, MaxYears);
    }
}
