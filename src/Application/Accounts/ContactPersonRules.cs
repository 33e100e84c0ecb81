using Connect.Application.Common.Texts;
using Connect.Application.Identity;
using Connect.Domain.Accounts;
using FluentValidation;

namespace Connect.Application.Accounts;

/// <summary>What is typed of a contact person.</summary>
internal interface IContactPersonInput
{
    string Name { get; }
    string? Email { get; }
    string? Phone { get; }

    /// <summary>Known ones and the customer's own.</summary>
    IReadOnlyList<string> Roles { get; }
}

/// <summary>The shape of it, and how it is kept.</summary>
internal sealed class ContactPersonRules : AbstractValidator<IContactPersonInput>
{
    public ContactPersonRules()
    {
        RuleFor(person => person.Name).Cascade(CascadeMode.Stop).NotEmpty().Line(AccountRules.Name);
        RuleFor(person => person.Email).MailAddress();
        RuleFor(person => person.Phone).PhoneOrNothing();
        RuleFor(person => person.Roles).Cascade(CascadeMode.Stop).NotNull()
            .Must(roles => roles.Count <= AccountRules.Roles && roles.All(role => role is { Length: <= AccountRules.Role } && TypedText.IsLine(role))).WithErrorCode("RolesWrong");
    }

    public static ContactPerson Filled(ContactPerson person, IContactPersonInput input) => person with
    {
        Name = AccountRules.Clean(input.Name)!,
        Email = AccountRules.Clean(input.Email),
        Phone = AccountRules.CleanPhone(input.Phone),
        Roles = [.. input.Roles.Select(AccountRules.Clean).OfType<string>().Select(role => role.ToLower(Common.Texts.Text.Swedish)).Distinct()],
    };

    public static object? Told(ContactPerson? person) => person is null ? null : new { ContactPerson = person.Id, person.Name, person.Email, person.Phone, person.Roles };
}
