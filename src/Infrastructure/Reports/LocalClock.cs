using Connect.Domain.Common;

namespace Connect.Infrastructure.Reports;

/// <summary>Swedish local time of many instants that come in order. The offset changes on the hour only, so it is asked for once an hour.</summary>
internal sealed class LocalClock
{
    private long _hour = -1;
    private TimeSpan _offset;

    public DateTime Of(DateTimeOffset instant)
    {
        var hour = instant.UtcTicks / TimeSpan.TicksPerHour;
        if (hour != _hour) (_hour, _offset) = (hour, StockholmTime.LocalOf(instant).Offset);
        return new DateTime(instant.UtcTicks + _offset.Ticks, DateTimeKind.Unspecified);
    }
}
