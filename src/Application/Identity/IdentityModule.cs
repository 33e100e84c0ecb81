using Connect.Application.Common.Ports;
using Connect.Application.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Identity;

internal static class IdentityModule
{
    /// <summary>The steps that several use cases of Identity share.</summary>
    public static IServiceCollection AddIdentityUseCases(this IServiceCollection services)
    {
        services.AddScoped<SessionReader>();
        services.AddScoped<OperatorKeyReader>();
        services.AddScoped<SessionStarter>();
        services.AddScoped<LoginGuard>();
        services.AddScoped<LoginCodes>();
        services.AddScoped<CodeSms>();
        services.AddScoped<LoginSteps>();
        services.AddScoped<LoginAudit>();
        services.AddScoped<LoginSessions>();
        services.AddScoped<Reauthenticate.FreshSession>();
        services.AddScoped<InvitationMail>();
        services.AddScoped<MessageTexts>();
        services.AddScoped<SecurityNotices>();
        services.AddScoped<NumberGuard>();
        return services.AddPasswords().AddTwoFactor().AddTokens();
    }

    private static IServiceCollection AddPasswords(this IServiceCollection services)
    {
        services.AddSingleton<PasswordRules>();
        services.AddScoped<NewPassword>();
        services.AddScoped<StoredPassword>();
        services.AddScoped<PasswordByLink>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<PasswordSwitch>();
        services.AddScoped<DetailsMail>();
        services.AddScoped<DetailsChange>();
        services.AddScoped<NumberProof>();
        services.AddScoped<ProvedNumber>();
        services.AddScoped<ResetMail>();
        services.AddScoped<IWorkHandler, SendResetLink>();
        return services;
    }

    private static IServiceCollection AddTwoFactor(this IServiceCollection services)
    {
        services.AddScoped<AuthenticatorSetups>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<SetupAttempts>();
        services.AddScoped<FirstAuthenticator>();
        services.AddScoped<OwnAuthenticator>();
        services.AddScoped<FactorSwitch>();
        return services;
    }

    private static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddScoped<PersonalTokenReader>();
        services.AddScoped<TokenNotice>();
        return services;
    }
}
