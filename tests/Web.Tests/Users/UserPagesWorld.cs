using System.Net;
using System.Text.RegularExpressions;
using Connect.Application.Common.Security;
using Connect.Domain.Users;
using Connect.Infrastructure.Messages;
using Connect.Infrastructure.Persistence;
using Connect.TestKit;
using Connect.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Connect.Web.Tests.Users;

/// <summary>Root with Norr and Söder, Verkstad below Norr. Anna administers all of it, Karl Norr with few rights; Vera belongs to Verkstad, Sven to Söder.</summary>
internal sealed partial class UserPagesWorld : IAsyncDisposable
{
    private static readonly Stmt CountUsers = "SELECT COUNT(*) FROM PortalUser";
    private static readonly Stmt FindUser = "SELECT Id FROM PortalUser WHERE UserName = @name";
    private static readonly Stmt SelectAudit = "SELECT Reason FROM AuditEntry WHERE UserId = @id AND Action = @action AND Outcome <> 1 ORDER BY Seq";
    private static readonly Stmt SelectMail = "SELECT Id FROM OutgoingMessage WHERE Channel = 1 ORDER BY Seq DESC";

    public Portal Portal { get; } = new();
    public World World => Portal.World;
    public TestOrganisation Own { get; private set; } = null!;
    public Guid NorthId { get; private set; }
    public string Root { get; private set; } = "";
    public string North { get; private set; } = "";
    public string Workshop { get; private set; } = "";
    public string South { get; private set; } = "";
    public UserIdentity Anna { get; private set; } = null!;
    public UserIdentity Karl { get; private set; } = null!;
    public UserIdentity Vera { get; private set; } = null!;
    public UserIdentity Sven { get; private set; } = null!;

    public static async Task<UserPagesWorld> MakeAsync()
    {
        var made = new UserPagesWorld();
        var world = made.World;
        made.Own = await world.OrganisationAsync("Bolaget AB");
        made.NorthId = await world.AccountAsync(made.Own.RootId, "Norr");
        var (workshop, south) = (await world.AccountAsync(made.NorthId, "Verkstad"), await world.AccountAsync(made.Own.RootId, "Söder"));
        (made.Root, made.North, made.Workshop) = (await world.AccountNumberAsync(made.Own.RootId), await world.AccountNumberAsync(made.NorthId), await world.AccountNumberAsync(workshop));
        made.South = await world.AccountNumberAsync(south);
        made.Anna = await world.UserAsync(made.Own.RootId, "anna", passwordHash: World.PasswordHash);
        made.Karl = await world.UserAsync(made.NorthId, "karl", [Right.ManageUsers, Right.ViewSubscriptions], passwordHash: World.PasswordHash);
        made.Vera = await world.UserAsync(workshop, "vera", [Right.ViewSubscriptions], passwordHash: World.PasswordHash, smsTwoFactor: true);
        made.Sven = await world.UserAsync(south, "sven", [Right.ViewSubscriptions], passwordHash: World.PasswordHash);
        return made;
    }

    /// <summary>What a browser sends of the form for a new user of the account, as somebody known.</summary>
    public static (string, string)[] Form(string account, params (string, string)[] more) =>
    [
        ("Input.RequestId", Guid.CreateVersion7().ToString()), ("Input.PersonWay", "known"), ("Input.ContactPersonId", "Person vera"), ("Input.Account", account),
        ("Input.UserName", "ny.person"), ("Input.Email", "ny@example.com"), ("Input.MobileNumber", "070-174 06 99"), ("Input.Language", "sv"), .. more,
    ];

    public Task<HttpClient> BrowserAsync(UserIdentity user) => Portal.BrowserAsync(user);

    public Task<int> CountAsync() => World.Db.FirstOrDefaultAsync<int>(CountUsers);

    public Task<Guid> IdOfAsync(string userName) => World.Db.FirstOrDefaultAsync<Guid>(FindUser, new { name = userName });

    /// <summary>Why the audit log says that a message of the user's was refused.</summary>
    public Task<IReadOnlyList<string>> RefusalsAsync(UserIdentity user, string action) => World.Db.ListAsync<string>(SelectAudit, new { id = user.Id, action });

    /// <summary>The text of the newest mail: as it waits, or as it was sent, after which a secret is kept in the outbox only.</summary>
    public async Task<string> MailAsync()
    {
        var id = await World.Db.FirstOrDefaultAsync<Guid>(SelectMail);
        await using var scope = Portal.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<OutgoingMessages>().FindAsync(id, default))!.TextBody
            ?? scope.ServiceProvider.GetRequiredService<DevOutbox>().List().Single(sent => sent.Id == id).Text;
    }

    /// <summary>Takes up the newest invitation and logs in.</summary>
    public async Task<HttpClient> TakeUpAsync(string userName, string password)
    {
        var address = Link().Match(await MailAsync()).Value;
        var browser = Portal.NewClient();
        (await browser.SendFormAsync(address, address, ("Password", password), ("Repeated", password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SendFormAsync("/login", "/login", ("Input.UserName", userName), ("Input.Password", password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    [GeneratedRegex("/welcome/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
