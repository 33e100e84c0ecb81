using Connect.Application.Identity;
using OtpNet;

namespace Connect.Infrastructure.Identity;

internal sealed class OtpNetTotp : ITotp
{
    private const int SecretBytes = 20;
    private static readonly VerificationWindow OneEachSide = new(previous: 1, future: 1);

    public string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    public string Address(string secret, string issuer, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits=6&period=30";

    public long? StepOf(string secret, string code, DateTimeOffset now) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now.UtcDateTime, code, out var step, OneEachSide) ? step : null;
}
