using System.Security.Cryptography.X509Certificates;
using Connect.Application.Common.Ports;
using Connect.Application.Identity;
using Connect.Infrastructure.Commands;
using Connect.Infrastructure.Operations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connect.Infrastructure.Identity;

public static class IdentityModule
{
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Identity").Get<IdentityOptions>() ?? new IdentityOptions());
        services.AddSingleton<HashGate>();
        services.AddScoped<IPasswordHasher, Pbkdf2PasswordHasher>();
        services.AddScoped<ILoginUsers, LoginUsers>();
        services.AddScoped<ISessions, Sessions>();
        services.AddScoped<ILoginAttempts, LoginAttempts>();
        services.AddScoped<ILoginThrottle, LoginThrottle>();
        services.AddScoped<IOperatorKeys, OperatorKeys>();
        services.AddScoped<IInvitations, Invitations>();
        services.AddScoped<IOneTimeLinks, OneTimeLinks>();
        services.AddSingleton<ICommonPasswords, CommonPasswords>();
        services.AddScoped<ITwoFactor, TwoFactorStore>();
        services.AddScoped<INumberChecks, NumberChecks>();
        services.AddScoped<INumberHolds, NumberHolds>();
        services.AddSingleton<ITotp, OtpNetTotp>();
        services.AddScoped<IPersonalTokens, PersonalTokens>();
        services.AddScoped<IInstallationCheck, SecretKeysCheck>();
        services.AddScoped<IProgramCommand, InviteCommand>();
        services.AddScoped<IProgramCommand, OperatorKeyCommand>();
        return services.AddSecrets(configuration);
    }

    /// <summary>
    /// Keys lie in the database beside what they protect, so a copy of it alone is only safe with <c>DataProtection:Certificate</c>,
    /// a PKCS#12 file (password in <c>DataProtection:CertificatePassword</c>) that encrypts them.
    /// </summary>
    internal static IServiceCollection AddSecrets(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("Connect");
        if (configuration["DataProtection:Certificate"] is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration["DataProtection:CertificatePassword"]));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new DataProtectionKeys(provider.GetRequiredService<IServiceScopeFactory>())));
        services.AddSingleton<ISecretProtector, SecretProtector>();
        return services;
    }

    /// <summary>
    /// Makes the first key, if there is none, before anything else: made inside somebody's write transaction it would wait for that
    /// very transaction. Later keys are made in the background, while the one before still works.
    /// </summary>
    public static void EnsureSecretKeys(this IServiceProvider provider) => provider.GetRequiredService<ISecretProtector>().Protect("");
}
