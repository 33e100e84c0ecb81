using Connect.Application.Common.Security;
using Connect.Application.Identity;
using Connect.Application.Tests.Accounts;
using Connect.Application.Tests.Common;
using Connect.Application.Tests.Identity;
using Connect.Application.Users;
using Connect.Domain.Users;
using NSubstitute;

namespace Connect.Application.Tests.Users;

/// <summary>Anna manages users; Bo is one of them, whom she sees; an account, a contact person and two products are hers to give.</summary>
internal sealed class UserScene
{
    public static readonly Guid Mobile = Guid.CreateVersion7(), Broadband = Guid.CreateVersion7(), Foreign = Guid.CreateVersion7();

    public UserScene(params Right[] rights)
    {
        Caller = Scene.Caller(rights);
        Log = new IdentityScene(Caller);
        Repository.FindAsync(Scene.Reach, Arg.Any<Guid>(), Arg.Any<CancellationToken>()).Returns(call => call.Arg<Guid>() == Bo.Id ? new User(Bo) : null);
        Repository.FindContactPersonAsync(default!, default, default).ReturnsForAnyArgs((string?)null);
        Repository.FindContactPersonAsync(Scene.Reach, Accounts.Person.Id, Arg.Any<CancellationToken>()).Returns(Accounts.Person.Name);
        Repository.SaveAsync(Arg.Do<User>(user => Saved.Add(user.Data)), Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(_ => !NameIsTaken);
        Offer.LimitsOfAsync(Caller.Identity!.Id, Arg.Any<CancellationToken>()).Returns(_ => Limits);
        Offer.ListAsync(Scene.Reach, Arg.Any<ProductLimits>(), Scene.Today, Arg.Any<CancellationToken>()).Returns(call =>
            new[] { Product(Mobile), Product(Broadband) }.Where(product => call.Arg<ProductLimits>().Allow(product.Id)).ToList());
        Log.Users.GetAsync(Arg.Any<Guid>(), Arg.Any<CancellationToken>()).Returns(call => LoginOf(Saved.LastOrDefault(user => user.Id == call.Arg<Guid>()) ?? Bo));
        Acting = new(Offer, Caller);
        Desk = new(Repository, Acting, Audit, Scene.Clock());
        Grants = new(Accounts.Repository, new(Repository, Accounts.Desk), new(Offer, Scene.Clock()), Acting);
        Invitation = new(Log.Users, Log.Links, new(Log.Links, Log.Messages, Log.MessageTexts, Log.Options), Log.Guard, Scene.Clock());
        Notices = new(Log.Users, new(Log.Notices, Scene.Clock()), Log.Notices);
        Ways = new(Log.Sessions, Log.Tokens, Log.Links, Log.TwoFactor, Scene.Clock());
    }

    public CurrentUser Caller { get; }
    public AccountScene Accounts { get; } = new();

    /// <summary>Mails, links, sessions and factors.</summary>
    public IdentityScene Log { get; }

    public IUserRepository Repository { get; } = Substitute.For<IUserRepository>();
    public IProductOffer Offer { get; } = Substitute.For<IProductOffer>();
    public Scene.Audit Audit { get; } = new();
    public Acting Acting { get; }
    public UserDesk Desk { get; }
    public UserGrants Grants { get; }
    public UserInvitation Invitation { get; }
    public UserNotices Notices { get; }
    public UserWays Ways { get; }
    public List<UserData> Saved { get; } = [];

    /// <summary>Anna's own.</summary>
    public ProductLimits Limits { get; set; } = ProductLimits.None;

    public bool NameIsTaken { get; set; }

    public UserData Bo { get; set; } = new()
    {
        Id = Guid.CreateVersion7(), OrganisationId = Scene.Reach.OrganisationId, ExternalId = "U1", ContactPersonId = Guid.CreateVersion7(), ContactPersonName = "Bo Ek", Account = new(Scene.Reach.AccountId, "100001", false),
        UserName = "bo.ek", Email = "bo@example.com", MobileNumber = "+46701740605", Language = "sv", Rights = new HashSet<Right> { Right.ViewSubscriptions }, HasPassword = true, Version = 4,
    };

    public static OfferedProduct Product(Guid id) => new() { Id = id, Name = $"Produkt {id}", Category = "Mobilt" };

    /// <summary>Anna herself as a user.</summary>
    public void ActOnOneself() => Bo = Bo with { Id = Caller.Identity!.Id, Rights = Caller.Identity.Rights };

    public CreateUser New(params Right[] rights) => new(AccountScene.Number, "ny.person", "ny@example.com", Guid.CreateVersion7()) { ContactPersonId = Accounts.Person.Id, Rights = rights };

    /// <summary>Bo as he is.</summary>
    public EditUser Edit(params Right[] rights) => new(Bo.Id, AccountScene.Number, Bo.UserName, Bo.Email, Bo.Version)
    {
        ContactPersonId = Bo.ContactPersonId, MobileNumber = Bo.MobileNumber, SmsTwoFactor = Bo.SmsTwoFactor, Language = Bo.Language, Rights = rights, LimitsProducts = false,
    };

    private static LoginUser LoginOf(UserData user) => new()
    {
        Id = user.Id, OrganisationId = user.OrganisationId, UserName = user.UserName, Email = user.Email, MobileNumber = user.MobileNumber, Language = user.Language, SmsTwoFactor = user.SmsTwoFactor,
        IsActive = user.IsActive, Name = "Bo Ek", OrganisationName = "Nordvik Bygg AB", RequireTwoFactor = false, HasAuthenticator = false, PasswordHash = user.HasPassword ? "hash" : null,
    };
}
