using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <summary>Uppsägningstid: for how long a service is paid after notice was given. Agreed with the organisation, copied to the service.</summary>
/// <param name="Months">Whole months from the day of the notice; a day that a month lacks is its last (31 January and one month: 28 or 29 February).</param>
/// <param name="ToMonthEnd">True where the period runs on to the end of the calendar month that it would end in.</param>
public readonly record struct NoticePeriod(int Months, bool ToMonthEnd)
{
    /// <summary>The last day of the period.</summary>
    /// <param name="givenOn">The Swedish day on which notice was given.</param>
    public DateOnly LastDayAfter(DateOnly givenOn)
    {
        var day = givenOn.AddMonths(Months);
        return ToMonthEnd ? StockholmTime.MonthOf(day).AddMonths(1).AddDays(-1) : day;
    }
}

/// <summary>What was agreed on the end of a service, as it stands on the day when notice is given.</summary>
/// <param name="CommittedUntil">Bindningstid: its last day; null where there is none.</param>
public sealed record EndTerms(NoticePeriod Notice, DateOnly? CommittedUntil, Money MonthlyPrice)
{
    /// <summary>The last day to be paid for whatever is done: that of the notice or of the commitment, whichever is later.</summary>
    public DateOnly BoundUntil(DateOnly givenOn)
    {
        var notice = Notice.LastDayAfter(givenOn);
        return CommittedUntil is { } committed && committed > notice ? committed : notice;
    }

    /// <summary>The last day that is invoiced when the service ends at 00:00 on <paramref name="endsOn"/>: its last day of use, or what it is bound to.</summary>
    public DateOnly InvoicedUntil(DateOnly endsOn, DateOnly givenOn)
    {
        var (lastDay, bound) = (endsOn.AddDays(-1), BoundUntil(givenOn));
        return lastDay > bound ? lastDay : bound;
    }

    /// <summary>What the days cost on which the service has ended and is invoiced still: of each month its share by days, in whole öre together.</summary>
    /// <param name="coming">Other prices that will hold from a day on, the first first.</param>
    public Money CostAfter(DateOnly endsOn, DateOnly invoicedUntil, IReadOnlyList<ComingPrice> coming)
    {
        var cost = 0m;
        for (var day = endsOn; day <= invoicedUntil; day = StockholmTime.MonthOf(day).AddMonths(1))
        {
            var monthEnd = StockholmTime.MonthOf(day).AddMonths(1).AddDays(-1);
            var last = monthEnd < invoicedUntil ? monthEnd : invoicedUntil;
            cost += Enumerable.Range(0, last.DayNumber - day.DayNumber + 1).Sum(days => PriceOn(day.AddDays(days), coming).Kronor) / monthEnd.Day;
        }

        return Money.FromKronor(cost).RoundedToOre();
    }

    /// <summary>The monthly price that holds on a day.</summary>
    public Money PriceOn(DateOnly day, IReadOnlyList<ComingPrice> coming) => coming.LastOrDefault(price => price.From <= day)?.MonthlyPrice ?? MonthlyPrice;
}
