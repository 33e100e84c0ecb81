using System.Globalization;
using System.Text;
using Connect.Application.Common.Texts;
using Connect.Application.Monitoring;
using Connect.Domain.Monitoring;

namespace Connect.Web.Components.Monitoring;

/// <summary>How monitoring is written for people, and handed to the script that draws it.</summary>
/// <param name="Link">The page that shows it.</param>
public sealed record MonitoringFace(MonitoringView View, string Link)
{
    private const decimal BitsPerMegabit = 1_000_000;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static IReadOnlyList<MonitoringPeriod> Periods { get; } = Enum.GetValues<MonitoringPeriod>();

    /// <summary>Seconds from one point to the next.</summary>
    public int Step => View.Resolution switch { MonitoringResolution.FiveMinutes => 300, MonitoringResolution.Hour => 3600, _ => 86_400 };

    public bool HasHourTable => View.Points.Count > 0 && View.Period == MonitoringPeriod.Week;

    public string PeriodLink(MonitoringPeriod period) => $"{Link}?period={KeyOf(period)}#monitoring";

    public string ExportLink => $"{Link}/monitoring?period={KeyOf(View.Period)}";

    /// <summary>The period as the address spells it.</summary>
    public static string KeyOf(MonitoringPeriod period) => char.ToLowerInvariant(period.ToString()[0]) + period.ToString()[1..];

    /// <summary>Null for what is no period.</summary>
    public static MonitoringPeriod? Find(string? key) => Periods.Cast<MonitoringPeriod?>().FirstOrDefault(period => KeyOf(period!.Value) == key);

    /// <summary>What the address of a page asks for; a day when it asks for nothing known.</summary>
    public static MonitoringPeriod PeriodOf(string? key) => Find(key) ?? MonitoringPeriod.Day;

    public string Time(DateTimeOffset at) => View.Resolution == MonitoringResolution.Day ? Format.Instant(at)[..10] : Format.Instant(at);

    public static string Megabits(long? bits) => Number(bits / BitsPerMegabit);

    /// <summary>Two decimals below ten, one above; a dash for what was not measured.</summary>
    public static string Number(decimal? value) => value is { } known ? known.ToString(Math.Abs(known) < 10 ? "0.##" : "0.#", Text.Reader) : "–";

    /// <summary>Share of the time: two decimals, never rounded up to the whole of it.</summary>
    public static string Percent(decimal? value) => value is { } known ? known.ToString("0.##", Text.Reader) : "–";

    public string StateText => View.State! switch
    {
        { IsStale: true, IsUp: true } state => Text.Get("Monitoring.StaleUp", Format.Instant(state.SampledAt)),
        { IsStale: true } state => Text.Get("Monitoring.StaleDown", Format.Instant(state.SampledAt)),
        { IsUp: true } state => Text.Get("Monitoring.UpSince", Format.Instant(state.Since)),
        var state => Text.Get("Monitoring.DownSince", Format.Instant(state.Since)),
    };

    /// <summary>Columns of numbers as JSON: seconds, in and out in Mbit/s, ms, % and %.</summary>
    public string Data()
    {
        var data = new StringBuilder("[", 64 * View.Points.Count);
        Column(data, point => point.At.ToUnixTimeSeconds());
        Column(data, point => Rounded(point.InBitsPerSecond));
        Column(data, point => Rounded(point.OutBitsPerSecond));
        Column(data, point => point.LatencyMilliseconds);
        Column(data, point => point.PacketLossPercent);
        Column(data, point => point.AvailabilityPercent);
        data[^1] = ']';
        return data.ToString();
    }

    private void Column(StringBuilder data, Func<MonitoringLine, decimal?> value)
    {
        data.Append('[');
        foreach (var (i, point) in View.Points.Index())
        {
            if (i > 0) data.Append(',');
            if (value(point) is { } known) data.Append(Plain, $"{known:0.###}");
            else data.Append("null");
        }

        data.Append("],");
    }

    private static decimal? Rounded(long? bits) => bits / BitsPerMegabit;
}
