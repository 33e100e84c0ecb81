using Connect.Application.Common.Ports;
using Microsoft.AspNetCore.DataProtection;

namespace Connect.Infrastructure.Identity;

/// <summary>ASP.NET Core Data Protection with keys in the database, so that every node reads what another wrote.</summary>
internal sealed class SecretProtector(IDataProtectionProvider provider) : ISecretProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("Connect.Secrets");

    public string Protect(string secret) => _protector.Protect(secret);

    public string Unprotect(string protectedSecret) => _protector.Unprotect(protectedSecret);
}
