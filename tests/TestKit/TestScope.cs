using Connect.Application;
using Connect.Application.Common.Security;
using Connect.Infrastructure;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace Connect.TestKit;

/// <summary>
/// The product without its web face over a test database, with a clock that tests move. Each message is sent in a scope of
/// its own, as a request would.
/// </summary>
public sealed class TestScope : IAsyncDisposable
{
    private readonly UserIdentity? _user;
    private readonly OperatorIdentity? _operator;

    public TestScope(TestDatabase database, UserIdentity? user = null, OperatorIdentity? caller = null, Action<IServiceCollection>? replace = null)
    {
        (_user, _operator) = (user, caller);
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = database.Options.Engine.ToString(), ["Database:ConnectionString"] = database.Options.ConnectionString };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Testing", ApplicationName = "Connect.Web", ContentRootPath = database.Folder });
        services.AddSingleton<TimeProvider>(Clock);
        services.AddApplication(typeof(InfrastructureModule).Assembly);
        services.AddInfrastructure(configuration, database.Folder);
        replace?.Invoke(services);
        Services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Clock { get; } = new(World.Now);

    public ServiceProvider Services { get; }

    /// <summary>Sends the message as the scope's caller.</summary>
    public Task<T> SendAsync<T>(IRequest<T> message) => RunAsync(services => services.GetRequiredService<IMediator>().Send(message));

    /// <summary>Runs something in a scope of its own, whose caller is the chosen one.</summary>
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        if (_user is not null) caller.Set(_user, "192.0.2.1");
        if (_operator is not null) caller.Set(_operator, "192.0.2.1");
        return await work(scope.ServiceProvider);
    }

    /// <summary>The command line and operator keys, with the scopes named.</summary>
    public static OperatorIdentity Operator(params string[] scopes) => new("test", scopes.ToHashSet());

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
