using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Connect.Application.Identity;

/// <summary>Unguessable tokens for cookies, links and keys: 256 bits, of which the database knows only the SHA-256.</summary>
public static class Token
{
    private const int Bytes = 32, CodeDigits = 6;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it: 64 hexadecimal digits.</summary>
    public static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>
    /// Twenty-four letters and digits in groups of four, none of which is taken for another: 120 bits, so that a fast hash is
    /// enough to store it (ASVS 5.0, 6.5.2).
    /// </summary>
    public static string NewRecoveryCode() => string.Join('-', RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz023456789", 24).Chunk(4).Select(part => new string(part)));

    /// <summary>A recovery code as stored: typed with or without its dashes, in any case.</summary>
    public static string HashRecoveryCode(string code) => Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant());

    /// <summary>Six random digits.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString("0123456789", CodeDigits);

    /// <summary>
    /// What is stored of a short code. Keyed with the token of its own log-in attempt, which only the browser knows:
    /// so it fits no other attempt, and six digits cannot be found from the database.
    /// </summary>
    public static string HashCode(string token, string code) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(code)));
}
