using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Application.Subscriptions;

namespace Connect.Web.Pages.Services;

/// <summary>Bars of one kind of use over half a year, drawn by the server.</summary>
/// <param name="Title">What the bars count, with its unit.</param>
public sealed record TrendChart(string Title, IReadOnlyList<(string Month, double Value)> Bars)
{
    public const int Width = 300, Height = 132, Base = 110, Top = 18;
    private const int BarWidth = 34;
    private static readonly CultureInfo Numbers = CultureInfo.InvariantCulture;

    /// <summary>There is something to draw.</summary>
    public bool HasUse => Bars.Any(bar => bar.Value > 0);

    private double Most => Math.Max(1e-9, Bars.Max(bar => bar.Value));

    public static IEnumerable<TrendChart> Of(SubscriptionDetail service)
    {
        if (service.IsMobile) yield return Make("Data", service, use => use.Bytes / 1e9);
        if (service.HasCalls) yield return Make("Calls", service, use => Math.Ceiling(use.CallSeconds / 60d));
        if (service.IsTelephone) yield return Make("Messages", service, use => use.Sms + use.Mms);
    }

    public string X(int bar) => (bar * Width / Bars.Count + (Width / Bars.Count - BarWidth) / 2).ToString(Numbers);
    public string Middle(int bar) => (bar * Width / Bars.Count + Width / Bars.Count / 2).ToString(Numbers);
    public string Y(int bar) => (Base - Tall(bar)).ToString("0.#", Numbers);
    public string LabelY(int bar) => (Base - Tall(bar) - 5).ToString("0.#", Numbers);
    public string Tallness(int bar) => Tall(bar).ToString("0.#", Numbers);

    /// <summary>One decimal below ten, none above.</summary>
    public static string Shown(double value) => value.ToString(value is > 0 and < 10 && value != Math.Floor(value) ? "0.0" : "N0", Text.Reader);

    private double Tall(int bar) => Bars[bar].Value <= 0 ? 0 : Math.Max(2, Bars[bar].Value / Most * (Base - Top));

    private static TrendChart Make(string key, SubscriptionDetail service, Func<MonthUse, double> value) => new(Text.Get($"Services.Trend.{key}"),
        [.. service.MonthsThere.Select(use => (use.Month.ToString("MMM", Text.Reader).TrimEnd('.'), value(use)))]);
}
