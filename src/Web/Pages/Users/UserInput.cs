using Connect.Application.Accounts;
using Connect.Application.Common.Texts;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Web.Pages.Accounts;

namespace Connect.Web.Pages.Users;

/// <summary>What is typed and ticked of a user.</summary>
public sealed class UserInput
{
    /// <summary>A contact person is added, not chosen.</summary>
    public const string NewWay = "new", KnownWay = "known";

    public Guid RequestId { get; set; }

    public string PersonWay { get; set; } = KnownWay;

    /// <summary>What is written of the person; the message's field of this name holds the id, so what is wrong with it stands here.</summary>
    public string? ContactPersonId { get; set; }

    /// <summary>Whom of those that fit what is written.</summary>
    public Guid? Chosen { get; set; }

    public PersonInput NewContactPerson { get; set; } = new();

    /// <summary>The top of the reach, as an account field holds it.</summary>
    public string? Account { get; set; }

    public string? UserName { get; set; }
    public string? Email { get; set; }
    public string? MobileNumber { get; set; }
    public bool SmsTwoFactor { get; set; }
    public string Language { get; set; } = "sv";
    public List<Right> Rights { get; set; } = [];
    public bool LimitsProducts { get; set; }
    public List<Guid> Products { get; set; } = [];

    public bool IsNewPerson => PersonWay == NewWay;

    private NewContactPerson? Added => !IsNewPerson ? null
        : new(NewContactPerson.Name ?? "") { Email = NewContactPerson.Email, Phone = NewContactPerson.Phone, Roles = NewContactPerson.AllRoles };

    public static UserInput Of(UserDetail user) => new()
    {
        ContactPersonId = PickContactPersons.Written(user.Facts),
        Account = PickAccounts.Written(user.Facts.AccountNumber, user.Facts.AccountName),
        UserName = user.Facts.UserName,
        Email = user.Facts.Email,
        MobileNumber = user.Facts.MobileNumber is null ? null : Format.Phone(user.Facts.MobileNumber),
        SmsTwoFactor = user.Facts.SmsTwoFactor,
        Language = user.Facts.Language,
        Rights = [.. user.Rights],
        LimitsProducts = user.Facts.LimitsProducts,
        Products = [.. user.Products.Select(product => product.Id)],
    };

    /// <summary>What one logs in with oneself is no part of the form.</summary>
    public void KeepLogin(UserFacts facts) =>
        (UserName, Email, MobileNumber, SmsTwoFactor) = (facts.UserName, facts.Email, facts.MobileNumber, facts.SmsTwoFactor);

    public CreateUser ToCreate(Guid? person, string account) => new(account, UserName ?? "", Email ?? "", RequestId)
    {
        ContactPersonId = person,
        NewContactPerson = Added,
        MobileNumber = MobileNumber,
        SmsTwoFactor = SmsTwoFactor,
        Language = Language,
        Rights = Rights,
        LimitsProducts = LimitsProducts,
        Products = Products,
    };

    public EditUser ToEdit(Guid id, Guid? person, string account, int version) => new(id, account, UserName ?? "", Email ?? "", version)
    {
        ContactPersonId = person,
        NewContactPerson = Added,
        MobileNumber = MobileNumber,
        SmsTwoFactor = SmsTwoFactor,
        Language = Language,
        Rights = Rights,
        LimitsProducts = LimitsProducts,
        Products = Products,
    };
}
