using Connect.Application.Accounts;
using Connect.Application.Identity;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;

namespace Connect.Application.Users;

/// <summary>What is typed and chosen of a user.</summary>
internal interface IUserInput
{
    /// <summary>Number of the account at the top of the reach; the type follows from it.</summary>
    string Account { get; }

    /// <summary>The person behind the user, of an account within the acting user's reach; null when <see cref="NewContactPerson"/> is given.</summary>
    Guid? ContactPersonId { get; }

    /// <summary>A person to be added to the user's account; goes before <see cref="ContactPersonId"/>.</summary>
    NewContactPerson? NewContactPerson { get; }

    string UserName { get; }
    string Email { get; }
    string? MobileNumber { get; }
    bool SmsTwoFactor { get; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    string Language { get; }

    IReadOnlyList<Right> Rights { get; }

    /// <summary>Cuts what the user may order to <see cref="Products"/>; means something with the right to order.</summary>
    bool LimitsProducts { get; }

    /// <summary>Ids of products; see <see cref="GetUserChoices"/>.</summary>
    IReadOnlyList<Guid> Products { get; }
}

/// <summary>A contact person made together with a user.</summary>
public sealed record NewContactPerson(string Name) : IContactPersonInput
{
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>The shape of it.</summary>
internal sealed class UserRules : AbstractValidator<IUserInput>
{
    private const int MostProducts = 1000;

    public UserRules()
    {
        RuleFor(user => user.Account).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(300);
        RuleFor(user => user.ContactPersonId).NotEmpty().WithErrorCode("ContactPersonMissing").When(user => user.NewContactPerson is null);
        RuleFor(user => user.NewContactPerson!).SetValidator(new ContactPersonRules()).When(user => user.NewContactPerson is not null);
        // Its signs are the message's own: a known user may have a name that the operator gave and nobody could choose here.
        RuleFor(user => user.UserName).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(100);
        RuleFor(user => user.Email).Cascade(CascadeMode.Stop).NotEmpty().MailAddress();
        RuleFor(user => user.MobileNumber).Cascade(CascadeMode.Stop).MobileNumberOrNothing()
            .Must((user, number) => !user.SmsTwoFactor || !string.IsNullOrWhiteSpace(number)).WithErrorCode("SmsNeedsNumber");
        RuleFor(user => user.Language).Must(language => language is "sv" or "en").WithErrorCode("LanguageUnknown");
        RuleFor(user => user.Rights).Cascade(CascadeMode.Stop).NotNull().Must(rights => rights.All(Enum.IsDefined)).WithErrorCode("RightUnknown");
        RuleFor(user => user.Products).Cascade(CascadeMode.Stop).NotNull().Must(products => products.Count <= MostProducts).WithErrorCode("ProductUnknown");
        RuleFor(user => user.Products).NotEmpty().WithErrorCode("ProductsMissing")
            .When(user => user.LimitsProducts && user.Products is not null && user.Rights?.Contains(Right.PlaceOrders) == true);
    }
}
