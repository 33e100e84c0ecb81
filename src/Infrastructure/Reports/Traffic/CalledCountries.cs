using System.Collections.Concurrent;
using PhoneNumbers;

namespace Connect.Infrastructure.Reports.Traffic;

/// <summary>The country of a called number, by the numbering plans of libphonenumber; for traffic that was loaded without a country.</summary>
internal static class CalledCountries
{
    private const int LongestPrefix = 9, MostKept = 20_000;
    private const string Nowhere = "001", Unknown = "ZZ";
    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    // Countries that share a code (+1, +7, +44) are told apart by the first digits behind it; the last ones are of the subscriber.
    private static readonly ConcurrentDictionary<string, string?> Known = new(StringComparer.Ordinal);

    /// <param name="number">E.164.</param>
    /// <returns>ISO 3166 code; null for what no country has, such as satellite phones.</returns>
    public static string? Of(string? number)
    {
        if (number is not ['+', _, ..]) return null;
        var key = number.Length <= LongestPrefix ? number : number[..LongestPrefix] + number.Length;
        if (Known.TryGetValue(key, out var country)) return country;
        if (Known.Count >= MostKept) Known.Clear();
        return Known[key] = Find(number);
    }

    private static string? Find(string number)
    {
        try
        {
            var parsed = Plans.Parse(number, null);
            return Whole(Plans.GetRegionCodeForNumber(parsed)) ?? Whole(Plans.GetRegionCodeForCountryCode(parsed.CountryCode));
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string? Whole(string? region) => region is null or Nowhere or Unknown ? null : region;
}
