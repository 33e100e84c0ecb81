using Connect.Application.Common.Security;
using Connect.Application.Common.Texts;
using Connect.Application.Users;
using Connect.Domain.Users;
using Connect.Web.Infrastructure;
using Connect.Web.Shell;
using Connect.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Connect.Web.Pages.Users;

/// <summary>The form of a user, new or known.</summary>
[RequiresFreshLogin]
public abstract class UserFormPage : PortalPage
{
    [BindProperty]
    public UserInput Input { get; set; } = new();

    public UserChoices Choices { get; private set; } = null!;

    /// <summary>Those who fit what is written of the person, where it is not clear who is meant.</summary>
    public IReadOnlyList<ContactPersonHit> Persons { get; private set; } = [];

    /// <summary>Something is written of the person that nobody fits.</summary>
    public bool FitsNobody { get; private set; }

    public IEnumerable<Choice> PersonChoices => Persons.Select(hit => new Choice($"{hit.Id}", hit.Name, PickContactPersons.Told(hit)));

    /// <summary>Null where the user is new.</summary>
    public virtual UserDetail? Shown => null;

    public string Back => Shown is null ? "/users" : $"/users/{Shown.Facts.Id}";

    public bool IsOneself => Shown?.IsOneself == true;

    public IEnumerable<Choice> PersonWays =>
    [
        new(UserInput.KnownWay, Text.Get("Users.Person.Known"), Text.Get("Users.Person.KnownIs")),
        new(UserInput.NewWay, Text.Get("Users.Person.New"), Text.Get("Users.Person.NewIs")),
    ];

    public IEnumerable<Choice> Languages => [new("sv", Text.Get("Users.Language.sv")), new("en", Text.Get("Users.Language.en"))];

    /// <summary>Those that the acting user has.</summary>
    public IEnumerable<Choice> Rights => Choices.Rights.Select(right => new Choice(right.ToString(), Text.Get($"Users.Right.{right}"), Explained(right)));

    public IEnumerable<Choice> ProductWays =>
        [new("false", Text.Get("Users.Products.All")), new("true", Text.Get("Users.Products.Some"))];

    public IEnumerable<Choice> Products => Choices.Products.Select(product => new Choice($"{product.Id}", product.Name, product.Category));

    /// <summary>What a user may order and nobody is offered at present: it comes along unseen.</summary>
    public IEnumerable<Guid> NotOffered => Shown is null ? [] : Shown.Products.Select(product => product.Id).Except(Choices.Products.Select(product => product.Id));

    public bool MayLetOrder => Choices.Rights.Contains(Right.PlaceOrders);

    // A right that does nothing alone says which one it needs.
    private static string Explained(Right right)
    {
        var gives = Text.Get($"Users.Right.{right}.Gives");
        return RightNeeds.Of(right) is { } needed ? $"{gives} {Text.Get("Users.Right.Needs", Text.Get($"Users.Right.{needed}"))}" : gives;
    }

    protected override async Task LoadAsync()
    {
        Choices = await SendAsync(new GetUserChoices());
        if (Choices.MustLimitProducts) Input.LimitsProducts = true;
        ViewData["Crumbs"] = Shown is null ? [new("/users", Text.Get("Users.Title"))] : new Crumb[] { new("/users", Text.Get("Users.Title")), new(Back, Shown.Facts.Called()) };
    }

    /// <summary>Number of the account that is written; none where it is not clear.</summary>
    protected async Task<string> FindAccountAsync() => await AccountIn(Input.Account, "Input.Account") ?? "";

    /// <summary>The person that is written or chosen; null where that is not clear, or a new one is added.</summary>
    protected async Task<Guid?> FindPersonAsync()
    {
        var written = Input.ContactPersonId?.Trim() ?? "";
        if (Input.IsNewPerson || written.Length == 0) return null;
        if (Shown is { } now && written == PickContactPersons.Written(now.Facts)) return now.Facts.ContactPersonId;
        var found = (await SendAsync(new PickContactPersons(PickContactPersons.TextIn(written)))).Hits;
        var same = found.Where(hit => PickContactPersons.Written(hit) == written || string.Equals(hit.Name, written, StringComparison.OrdinalIgnoreCase)).ToList();
        if (same.Count == 1) return same[0].Id;
        // Somebody who only looks alike is asked about: behind a wrong person goes the log-in of another.
        Persons = same.Count > 1 ? same : found;
        FitsNobody = Persons.Count == 0;
        return Persons.FirstOrDefault(hit => hit.Id == Input.Chosen)?.Id;
    }
}
