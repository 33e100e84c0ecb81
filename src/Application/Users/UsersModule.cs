using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Users;

internal static class UsersModule
{
    public static IServiceCollection AddUserUseCases(this IServiceCollection services)
    {
        services.AddScoped<Acting>();
        services.AddScoped<UserDesk>();
        services.AddScoped<UserGrants>();
        services.AddScoped<UserPersons>();
        services.AddScoped<UserProducts>();
        services.AddScoped<UserNotices>();
        services.AddScoped<UserInvitation>();
        return services.AddScoped<UserWays>();
    }
}
