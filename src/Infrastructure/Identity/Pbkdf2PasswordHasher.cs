using System.Buffers.Binary;
using System.Security.Cryptography;
using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Connect.Infrastructure.Identity;

/// <summary>PBKDF2 with HMAC-SHA512 and 210 000 rounds (OWASP Password Storage Cheat Sheet), in the format of ASP.NET Core Identity.</summary>
internal sealed class Pbkdf2PasswordHasher(HashGate gate, ICurrentUser caller) : IPasswordHasher
{
    public const int Rounds = 210_000;

    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly object Anybody = new();

    // Fits no password and takes as long to find that out.
    private static readonly string Nobody = MakeNobody();

    public Task<string> HashAsync(string password, CancellationToken cancellation) =>
        gate.RunAsync(Address, () => Hasher.HashPassword(Anybody, password), cancellation);

    public async Task<PasswordCheck> VerifyAsync(string? hash, string password, CancellationToken cancellation)
    {
        var result = await gate.RunAsync(Address, () => Hasher.VerifyHashedPassword(Anybody, hash ?? Nobody, password), cancellation);
        return result switch
        {
            PasswordVerificationResult.Success => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButOld,
            _ => PasswordCheck.Wrong,
        };
    }

    private string Address => caller.Address ?? "";

    private static string MakeNobody()
    {
        const int header = 13, salt = 16, key = 32, formatVersion3 = 1, hmacSha512 = 2;
        var bytes = RandomNumberGenerator.GetBytes(header + salt + key);
        bytes[0] = formatVersion3;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), hmacSha512);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), Rounds);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(9), salt);
        return Convert.ToBase64String(bytes);
    }
}
