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
        services.AddScoped<LoginSteps>();
        services.AddScoped<LoginAudit>();
        services.AddScoped<Reauthenticate.FreshSession>();
        services.AddScoped<InvitationMail>();
        services.AddScoped<AcceptInvitation.FirstPassword>();
        services.AddScoped<MessageTexts>();
        return services;
    }
}
