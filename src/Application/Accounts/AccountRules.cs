using Connect.Application.Common.Texts;
using Connect.Domain.Accounts;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;
using FluentValidation;

namespace Connect.Application.Accounts;

/// <summary>What may be typed into the fields of accounts and contact persons, and how it is kept.</summary>
internal static class AccountRules
{
    public const int Name = 200, Reference = 100, Street = 200, City = 100, Role = 50, Roles = 20;

    /// <summary>One line of text, which may be missing.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> rule, int longest) => rule
        .MaximumLength(longest)
        .Must(text => text is null || TypedText.IsLine(text)).WithErrorCode("NameSigns");

    public static IRuleBuilderOptions<T, string?> PhoneOrNothing<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => Clean(text) is not { } number || (number.Length <= 40 && PhoneNumber.TryParse(number, out _))).WithErrorCode("PhoneNumberWrong");

    public static IRuleBuilderOptions<T, string?> PostalCodeOrNothing<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => Clean(text) is not { } code || (code.Length <= 12 && PostalCode.TryParse(code, out _))).WithErrorCode("PostalCodeWrong");

    public static IRuleBuilderOptions<T, string?> OrganisationNumberOrNothing<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => Clean(text) is not { } number || (number.Length <= 20 && OrganisationNumber.TryParse(number, out _))).WithErrorCode("OrganisationNumberWrong");

    /// <summary>The three parts of an address: all of them, or none where it may be missing.</summary>
    public static void Address<T>(this AbstractValidator<T> validator, AddressRules<T> parts, bool required)
    {
        validator.RuleFor(parts.Street).Cascade(CascadeMode.Stop).NotEmpty().When(message => required || parts.Any(message), ApplyConditionTo.CurrentValidator).Line(Street);
        validator.RuleFor(parts.PostalCode).Cascade(CascadeMode.Stop).NotEmpty().When(message => required || parts.Any(message), ApplyConditionTo.CurrentValidator).PostalCodeOrNothing();
        validator.RuleFor(parts.City).Cascade(CascadeMode.Stop).NotEmpty().When(message => required || parts.Any(message), ApplyConditionTo.CurrentValidator).Line(City);
    }

    /// <summary>As it is kept: one form of each sign, no outer spaces, nothing rather than empty.</summary>
    public static string? Clean(string? text)
    {
        // What is not well-formed cannot be normalised; the rule of the line has its say about it.
        if (string.IsNullOrWhiteSpace(text)) return null;
        return (TypedText.IsLine(text) ? text.Normalize() : text).Trim();
    }

    public static string? CleanPhone(string? text) => PhoneNumber.E164Of(Clean(text));

    public static PostalAddress? CleanAddress(string? street, string? postalCode, string? city) =>
        PostalCode.TryParse(Clean(postalCode), out var code) ? new(Clean(street)!, code, Clean(city)!) : null;
}

/// <summary>Where a message keeps the parts of an address.</summary>
internal sealed record AddressRules<T>(
    System.Linq.Expressions.Expression<Func<T, string?>> Street, System.Linq.Expressions.Expression<Func<T, string?>> PostalCode, System.Linq.Expressions.Expression<Func<T, string?>> City)
{
    private readonly Func<T, string?>[] _parts = [Street.Compile(), PostalCode.Compile(), City.Compile()];

    public bool Any(T message) => _parts.Any(part => !string.IsNullOrWhiteSpace(part(message)));
}
