using System.Linq.Expressions;
using Connect.Application.Accounts;
using Connect.Application.Identity;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using FluentValidation;
using FluentValidation.Results;

namespace Connect.Application.Subscriptions;

/// <summary>What has to be told of a SIM card: what the chosen way needs, and nothing of the others.</summary>
internal static class SimCardRules
{
    /// <param name="way">Null where no card is wanted.</param>
    public static void Card<T>(this AbstractValidator<T> validator, Func<T, SimDeliveryWay?> way, Expression<Func<T, DeliveryAddress?>> address, Expression<Func<T, string?>> email, Expression<Func<T, string?>> icc)
    {
        validator.When(message => way(message) == SimDeliveryWay.Post, () =>
        {
            validator.RuleFor(address).NotNull();
            validator.RuleFor(address!).SetValidator(new AddressRules()!);
        });
        validator.RuleFor(email).Cascade(CascadeMode.Stop).NotEmpty().MailAddress().When(message => way(message) == SimDeliveryWay.ESim);
        validator.RuleFor(icc).Custom((text, context) =>
        {
            if (Problem(text) is { } problem) context.AddFailure(new ValidationFailure(context.PropertyPath, "") { ErrorCode = problem });
        }).When(message => way(message) == SimDeliveryWay.OwnCard);
    }

    /// <summary>As it is kept: a postal code in its one spelling.</summary>
    public static DeliveryAddress Written(DeliveryAddress address) => PostalCode(address.PostalCode) is { } code ? address with { PostalCode = code } : address;

    private static string? PostalCode(string? text) => Domain.Common.PostalCode.TryParse(text, out var code) ? code : null;

    private static string? Problem(string? icc) => string.IsNullOrWhiteSpace(icc) ? "NotEmptyValidator" : Icc.TryParse(icc, out _, out var problem) ? null : problem;

    private sealed class AddressRules : AbstractValidator<DeliveryAddress>
    {
        public AddressRules()
        {
            RuleFor(a => a.Name).NotEmpty().MaximumLength(100);
            RuleFor(a => a.Street).NotEmpty().MaximumLength(200);
            RuleFor(a => a.PostalCode).Cascade(CascadeMode.Stop).NotEmpty().PostalCodeOrNothing();
            RuleFor(a => a.City).NotEmpty().MaximumLength(100);
        }
    }
}
