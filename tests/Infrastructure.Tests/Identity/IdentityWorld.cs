using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Domain.Common;
using Connect.Infrastructure.Messages;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Identity;

/// <summary>An organisation with users whose password is known, and the product over it.</summary>
public sealed class IdentityWorld : IAsyncDisposable
{
    private readonly TestDatabase _database;

    public IdentityWorld(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        _database = new(engine);
        World = new(_database);
        Product = new(_database);
    }

    public World World { get; }

    /// <summary>Messages come from nobody, at 192.0.2.1 unless <see cref="From"/> says otherwise.</summary>
    public TestScope Product { get; }

    public string From { get; set; } = "192.0.2.1";

    public async Task<UserIdentity> UserAsync(string name = "anna", bool smsTwoFactor = false, string? email = null, bool isActive = true)
    {
        var organisation = await World.OrganisationAsync();
        return await World.UserAsync(organisation.RootId, name, passwordHash: World.PasswordHash, smsTwoFactor: smsTwoFactor, email: email, isActive: isActive);
    }

    public Task<LoginStep> LogInAsync(string name, string password = World.Password) => SendAsync(new LogIn(name, password));

    public Task<T> SendAsync<T>(MediatR.IRequest<T> message, UserIdentity? user = null) => Product.RunAsync(services =>
    {
        var caller = services.GetRequiredService<CurrentUser>();
        caller.ComesFrom(From);
        if (user is not null) caller.Set(user);
        return services.GetRequiredService<MediatR.IMediator>().Send(message);
    });

    public static async Task<string> RefusedAsync(Func<Task> action) => (await Should.ThrowAsync<DomainRuleException>(action)).Code;

    public Task<UserIdentity?> SessionAsync(string? token) =>
        Product.RunAsync(services => services.GetRequiredService<SessionReader>().ReadAsync(token ?? "", default));

    /// <summary>The digits in the newest SMS that was written.</summary>
    public async Task<string> LastCodeAsync()
    {
        var id = await World.Db.FirstOrDefaultAsync<Guid>("SELECT Id FROM OutgoingMessage WHERE Channel = 2 ORDER BY Seq DESC");
        var message = await Product.RunAsync(services => services.GetRequiredService<OutgoingMessages>().FindAsync(id, default));
        return System.Text.RegularExpressions.Regex.Match(message!.TextBody!, "[0-9]{6}").Value;
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await World.DisposeAsync();
        await _database.DisposeAsync();
    }
}
