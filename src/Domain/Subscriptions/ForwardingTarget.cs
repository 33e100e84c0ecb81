namespace Connect.Domain.Subscriptions;

/// <summary>Where calls may be forwarded to: any number but the service's own, those that cost extra, and the emergency number.</summary>
public static class ForwardingTarget
{
    public const string Self = "ForwardToSelf", Premium = "ForwardToPremium", Emergency = "ForwardToEmergency", NoNumber = "PhoneNumberWrong";

    // Swedish subscriber numbers have seven digits and more, area code included; what is shorter is a service's short number.
    private const int ShortestSwedish = 7;

    /// <param name="own">The service's mobile and fixed number, those that it has.</param>
    /// <returns>The code of what is wrong, or null.</returns>
    public static string? Problem(PhoneNumber target, params IEnumerable<PhoneNumber> own) =>
        own.Contains(target) ? Self : target.IsPremium ? Premium : null;

    /// <summary>Reads a number in any spelling.</summary>
    /// <param name="own">As of <see cref="Problem(PhoneNumber, IEnumerable{PhoneNumber})"/>; without them all but the service's own numbers is looked at.</param>
    /// <returns>The code of what is wrong, or null.</returns>
    public static string? Problem(string? typed, out PhoneNumber number, params IEnumerable<PhoneNumber> own)
    {
        number = default;
        if (IsEmergency(typed)) return Emergency;
        if (!PhoneNumber.TryParse(typed, out number) || IsShort(number)) return NoNumber;
        return Problem(number, own);
    }

    private static bool IsEmergency(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        foreach (var prefix in new[] { "00", "46", "0" })
            if (digits.StartsWith(prefix, StringComparison.Ordinal)) digits = digits[prefix.Length..];
        return digits == "112";
    }

    private static bool IsShort(PhoneNumber number) => number.E164.StartsWith("+46", StringComparison.Ordinal) && number.E164.Length < "+46".Length + ShortestSwedish;
}
