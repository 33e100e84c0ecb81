using Connect.Infrastructure.Operations;
using Microsoft.Extensions.Configuration;

namespace Connect.Infrastructure.Identity;

/// <summary>Are the keys that PIN, PUK and eSIM codes are encrypted with themselves encrypted?</summary>
internal sealed class SecretKeysCheck(IConfiguration configuration) : IInstallationCheck
{
    public string Name => "keys";

    public Task<CheckResult> RunAsync(CancellationToken cancellation) => Task.FromResult(configuration["DataProtection:Certificate"] is { Length: > 0 }
        ? CheckResult.Good("encrypted with the certificate of DataProtection:Certificate.")
        : CheckResult.Warning("DataProtection:Certificate is not set: whoever can read the database can read its secrets."));
}
