using System.Globalization;

namespace Connect.Web.Operations;

/// <summary>
/// A clock that stands a constant time away from the machine's, for tests of a started process: <c>Clock:Offset</c> (<c>2.00:00:00</c>) or
/// <c>Clock:Start</c> (an instant that is now). Honoured in Development and Testing only.
/// </summary>
internal sealed class ShiftedClock(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;

    public static TimeProvider From(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment() && !environment.IsEnvironment("Testing")) return System;
        if (configuration["Clock:Start"] is { Length: > 0 } start)
            return new ShiftedClock(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - System.GetUtcNow());
        return configuration["Clock:Offset"] is { Length: > 0 } offset ? new ShiftedClock(TimeSpan.Parse(offset, CultureInfo.InvariantCulture)) : System;
    }
}
