using Connect.Domain.Common;

namespace Connect.Domain.Subscriptions;

/// <summary>The identity of a device (IMEI, 3GPP TS 23.003 §6): 15 digits, the last a Luhn check digit.</summary>
public static class Imei
{
    public static bool IsValid(string? text) => text is { Length: 15 } && text.All(char.IsAsciiDigit) && Luhn.IsValid(text);
}
