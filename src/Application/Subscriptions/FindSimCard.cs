using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using FluentValidation.Results;

namespace Connect.Application.Subscriptions;

/// <summary>Finds a SIM card by its serial number, in a service within reach or in the customer's stock. Null: there is none, or it is somebody else's.</summary>
[Requires(Right.ViewSubscriptions)]
public sealed record FindSimCard(string? Icc) : IQuery<FoundSimCard?>
{
    public sealed class Validator : AbstractValidator<FindSimCard>
    {
        public Validator() => RuleFor(query => query.Icc).Custom((text, context) =>
        {
            if (string.IsNullOrWhiteSpace(text)) context.AddFailure(new ValidationFailure(nameof(Icc), "") { ErrorCode = "NotEmptyValidator" });
            else if (!Domain.Subscriptions.Icc.TryParse(text, out _, out var problem)) context.AddFailure(new ValidationFailure(nameof(Icc), "") { ErrorCode = problem });
        });
    }
}

/// <summary>A SIM card and the service that it is in, if any.</summary>
public sealed record FoundSimCard
{
    public string Icc { get; init; } = "";
    public SimCardState State { get; init; }
    public SimForm Form { get; init; }
    public Guid? SubscriptionId { get; init; }
    public string? UserName { get; init; }
    public string? PhoneNumber { get; init; }
}
