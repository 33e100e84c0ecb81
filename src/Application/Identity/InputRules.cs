using System.Text.RegularExpressions;
using Connect.Domain.Subscriptions;
using FluentValidation;

namespace Connect.Application.Identity;

/// <summary>How names and addresses of users are written.</summary>
internal static partial class InputRules
{
    public static IRuleBuilderOptions<T, string> UserName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(100).Must(name => name is null || UserNameSigns().IsMatch(name.Trim())).WithErrorCode("UserNameSigns");

    /// <summary>One plain address that a mail can be sent to: <c>anna@example.se</c>.</summary>
    public static IRuleBuilderOptions<T, string> MailAddress<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(address => address is null || Address().IsMatch(address.Trim())).WithErrorCode("EmailValidator");

    /// <summary>A number that codes can be sent to, which may be missing.</summary>
    public static IRuleBuilderOptions<T, string?> MobileNumberOrNothing<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(40)
        .Must(number => string.IsNullOrWhiteSpace(number) || PhoneNumber.TryParse(number, out _)).WithErrorCode("MobileNumber");

    public static IRuleBuilderOptions<T, string> AuthenticatorCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().Must(code => string.IsNullOrEmpty(code) || SixDigits().IsMatch(code)).WithErrorCode("LoginCodeDigits");

    [GeneratedRegex(@"^\s*([0-9]\s*){6}\z")]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]+\z")]
    private static partial Regex UserNameSigns();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}\z")]
    private static partial Regex Address();
}
