using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Reports;

/// <summary>What directions, types, zones and countries are called, in the current language; each looked up once.</summary>
public sealed class TrafficWords
{
    private readonly Dictionary<TrafficDirection, string> _directions = Enum.GetValues<TrafficDirection>().ToDictionary(d => d, d => Text.Get($"Reports.Direction.{d}"));
    private readonly Dictionary<TrafficType, string> _types = Enum.GetValues<TrafficType>().ToDictionary(t => t, t => Text.Get($"Reports.Type.{t}"));
    private readonly Dictionary<TrafficZone, string> _zones = Enum.GetValues<TrafficZone>().ToDictionary(z => z, z => Text.Get($"Reports.Zone.{z}"));
    private readonly Dictionary<string, string> _countries = [];

    public string NotInvoiced { get; } = Text.Get("Reports.NotInvoiced");

    public string Of(TrafficDirection direction) => _directions.GetValueOrDefault(direction, "");

    public string Of(TrafficType type) => _types.GetValueOrDefault(type, "");

    public string Of(TrafficZone zone) => _zones.GetValueOrDefault(zone, "");

    /// <param name="code">ISO 3166 of two letters; one that nobody knows stands as it is.</param>
    public string? OfCountry(string? code)
    {
        if (code is null) return null;
        if (_countries.TryGetValue(code, out var name)) return name;
        name = code.Length == 2 && code.All(char.IsAsciiLetter) ? Named(code) : code;
        return _countries[code] = name;
    }

    // RegionInfo knows a country's name in English and its own language only; a culture calls itself "svenska (Tyskland)".
    private static string Named(string code)
    {
        var culture = CultureInfo.GetCultureInfo($"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}-{code}").NativeName;
        var from = culture.LastIndexOf('(');
        return from > 0 && culture.EndsWith(')') ? culture[(from + 1)..^1] : code;
    }
}
