using System.Text.RegularExpressions;
using Connect.Application.Common.Security;
using Connect.Application.Users;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using Connect.Infrastructure.Messages;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Infrastructure.Tests.Users;

/// <summary>
/// Root → Norr → Verkstad with Söder beside, and another organisation. Anna and Bea administer all of it, Karl Norr; Vera belongs to Verkstad,
/// Sven to Söder, Frans to the other organisation. The agreement offers a mobile and broadband.
/// </summary>
internal sealed partial class UserWorld : IAsyncDisposable
{
    private static readonly Stmt SelectPerson = "SELECT ContactPersonId FROM PortalUser WHERE Id = @id";
    private static readonly Stmt SelectMail = "SELECT Id FROM OutgoingMessage WHERE Channel = 1 ORDER BY Seq DESC";
    private static readonly Stmt SelectRecipients = "SELECT Recipient FROM OutgoingMessage ORDER BY Seq";
    private readonly TestDatabase _database;
    private readonly List<TestScope> _scopes = [];

    private UserWorld(DatabaseEngine engine)
    {
        _database = new(Engines.Available(engine));
        World = new World(_database);
    }

    public World World { get; }
    public UserIdentity Anna { get; private set; } = null!;
    public UserIdentity Bea { get; private set; } = null!;
    public UserIdentity Karl { get; private set; } = null!;
    public UserIdentity Vera { get; private set; } = null!;
    public UserIdentity Sven { get; private set; } = null!;
    public UserIdentity Frans { get; private set; } = null!;
    public string Root { get; private set; } = "";
    public string North { get; private set; } = "";
    public string Workshop { get; private set; } = "";
    public string South { get; private set; } = "";
    public string Foreign { get; private set; } = "";
    public Guid Mobile { get; private set; }
    public Guid Broadband { get; private set; }
    public Guid NotOffered { get; private set; }

    public static async Task<UserWorld> MakeAsync(DatabaseEngine engine)
    {
        var made = new UserWorld(engine);
        var world = made.World;
        var (own, other) = (await world.OrganisationAsync("Bolaget AB"), await world.OrganisationAsync("Annan AB"));
        var north = await world.AccountAsync(own.RootId, "Norr");
        var (workshop, south) = (await world.AccountAsync(north, "Verkstad"), await world.AccountAsync(own.RootId, "Söder"));
        (made.Root, made.North) = (await world.AccountNumberAsync(own.RootId), await world.AccountNumberAsync(north));
        (made.Workshop, made.South, made.Foreign) = (await world.AccountNumberAsync(workshop), await world.AccountNumberAsync(south), await world.AccountNumberAsync(other.RootId));
        made.Anna = await world.UserAsync(own.RootId, "anna", passwordHash: World.PasswordHash);
        made.Bea = await world.UserAsync(own.RootId, "bea", passwordHash: World.PasswordHash);
        made.Karl = await world.UserAsync(north, "karl", [Right.ManageUsers, Right.ViewSubscriptions, Right.PlaceOrders], passwordHash: World.PasswordHash);
        made.Vera = await world.UserAsync(workshop, "vera", [Right.ViewSubscriptions], passwordHash: World.PasswordHash);
        made.Sven = await world.UserAsync(south, "sven", [Right.ViewSubscriptions], passwordHash: World.PasswordHash);
        made.Frans = await world.UserAsync(other.RootId, "frans", [Right.ViewSubscriptions], passwordHash: World.PasswordHash);
        await made.OfferAsync(own.Id, other.Id);
        return made;
    }

    public Task<T> SendAsync<T>(UserIdentity user, MediatR.IRequest<T> message)
    {
        var scope = new TestScope(_database, user is null or { TokenName: not null } or { ReauthenticatedAt: not null } ? user : user with { ReauthenticatedAt = World.Now });
        _scopes.Add(scope);
        return scope.SendAsync(message);
    }

    public Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        var scope = new TestScope(_database);
        _scopes.Add(scope);
        return scope.RunAsync(work);
    }

    public Task<Guid> PersonOfAsync(UserIdentity user) => World.Db.FirstOrDefaultAsync<Guid>(SelectPerson, new { id = user.Id });

    /// <summary>The user as stored, seen from the top of the organisation.</summary>
    public async Task<UserData> StoredAsync(Guid id) => (await RunAsync(services => services.GetRequiredService<IUserRepository>().FindAsync(Anna.Reach, id, default)))!.Data;

    /// <summary>A new user of the account, whose contact person is Vera's.</summary>
    public async Task<CreateUser> NewAsync(string account, params Right[] rights) =>
        new(account, "ny.person", "ny@example.com", Guid.CreateVersion7()) { ContactPersonId = await PersonOfAsync(Vera), Rights = rights };

    /// <summary>The user as stored, to be sent back with a change.</summary>
    public async Task<EditUser> EditAsync(Guid id)
    {
        var user = await StoredAsync(id);
        return new(id, user.Account.Number, user.UserName, user.Email, user.Version)
        {
            ContactPersonId = user.ContactPersonId, MobileNumber = user.MobileNumber, SmsTwoFactor = user.SmsTwoFactor, Language = user.Language, Rights = [.. user.Rights],
            LimitsProducts = user.Products.AreOn, Products = [.. user.Products.Products],
        };
    }

    public Task<IReadOnlyList<string>> RecipientsAsync() => World.Db.ListAsync<string>(SelectRecipients);

    /// <summary>The token in the newest invitation.</summary>
    public async Task<string> LinkAsync()
    {
        var id = await World.Db.FirstOrDefaultAsync<Guid>(SelectMail);
        var mail = await RunAsync(services => services.GetRequiredService<OutgoingMessages>().FindAsync(id, default));
        return Link().Match(mail!.TextBody!).Groups["token"].Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes) await scope.DisposeAsync();
        await World.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task OfferAsync(Guid own, Guid other)
    {
        Mobile = await World.ProductAsync(SubscriptionKind.Mobile, "Mobil");
        Broadband = await World.ProductAsync(SubscriptionKind.Broadband, "Bredband");
        NotOffered = await World.ProductAsync(SubscriptionKind.Capacity, "Kapacitet");
        var hidden = await World.ProductAsync(SubscriptionKind.FixedTelephony, "Intern linje", hidden: true);
        await World.AgreementAsync(own, products: [Mobile, Broadband, hidden]);
        await World.AgreementAsync(own, products: [Mobile]);
        await World.AgreementAsync(other, products: [NotOffered]);
    }

    [GeneratedRegex("/welcome/(?<token>[A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
