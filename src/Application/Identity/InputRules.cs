using System.Text.RegularExpressions;
using Connect.Domain.Subscriptions;
using FluentValidation;

namespace Connect.Application.Identity;

/// <summary>How names, addresses and codes of people are written. What is empty is told by <c>NotEmpty</c> alone, not by its shape as well.</summary>
internal static partial class InputRules
{
    public static IRuleBuilderOptions<T, string> UserName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(100).Must(name => string.IsNullOrWhiteSpace(name) || IsUserName(name)).WithErrorCode("UserNameSigns");

    public static bool IsUserName(string name) => UserNameSigns().IsMatch(name.Trim());

    /// <summary>One plain address that a mail can be sent to: <c>anna@example.se</c>. It may be missing.</summary>
    public static IRuleBuilderOptions<T, string?> MailAddress<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(254)
        .Must(address => string.IsNullOrWhiteSpace(address) || Address().IsMatch(address.Trim())).WithErrorCode("EmailValidator");

    /// <summary>A number that codes can be sent to, which may be missing.</summary>
    public static IRuleBuilderOptions<T, string?> MobileNumberOrNothing<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(40)
        .Must(number => string.IsNullOrWhiteSpace(number) || PhoneNumber.TryParse(number, out _)).WithErrorCode("MobileNumber");

    public static IRuleBuilderOptions<T, string> AuthenticatorCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().Must(code => string.IsNullOrWhiteSpace(code) || SixDigits().IsMatch(code)).WithErrorCode("LoginCodeDigits");

    [GeneratedRegex(@"^\s*([0-9]\s*){6}\z")]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]+\z")]
    private static partial Regex UserNameSigns();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}\z")]
    private static partial Regex Address();
}
