using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Connect.Infrastructure.Operator;

/// <summary>
/// Signs and checks messages between Connect and the operator's systems: <c>sha256=</c> and the HMAC-SHA256, in hex, of the time
/// (seconds since 1970), a full stop and the body.
/// </summary>
public static class Signature
{
    public const string Header = "X-Connect-Signature";
    public const string TimestampHeader = "X-Connect-Timestamp";
    private const string Scheme = "sha256=";

    /// <summary>Messages older or newer than this are refused, whatever their signature.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. body];
        return Scheme + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message));
    }

    /// <summary>True when the message was signed with the secret within the window.</summary>
    public static bool IsValid(string? secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(secret) || timestamp is null || signature is null) return false;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs((double)now.ToUnixTimeSeconds() - seconds) > Window.TotalSeconds) return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, timestamp, body)), Encoding.UTF8.GetBytes(signature));
    }
}
