using Microsoft.Extensions.DependencyInjection;

namespace Connect.Application.Accounts;

internal static class AccountsModule
{
    public static IServiceCollection AddAccountUseCases(this IServiceCollection services) => services.AddScoped<AccountDesk>();
}
