using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Application.Messages;
using Connect.Application.Orders;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Users;
using FluentValidation;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Connect.Application.Tests.Common;

/// <summary>What the tests of handlers share: who calls, when it is, and the things that are acted upon.</summary>
internal static class Scene
{
    /// <summary>A Tuesday in March, 11:00 in Stockholm.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 3, 10);
    public static readonly AccountReach Reach = new(Guid.CreateVersion7(), Guid.CreateVersion7(), IsRoot: false);

    public static FakeTimeProvider Clock() => new(Now);

    /// <summary>Anna, with every right unless told.</summary>
    public static CurrentUser Caller(params Right[] rights)
    {
        var caller = new CurrentUser();
        caller.Set(Anna(rights), "192.0.2.1");
        return caller;
    }

    public static UserIdentity Anna(params Right[] rights) => new()
    {
        Id = Guid.CreateVersion7(), UserName = "anna.admin", DisplayName = "Anna Åkesson", OrganisationName = "Nordvik Bygg AB", Reach = Reach,
        Rights = (rights.Length == 0 ? Enum.GetValues<Right>() : rights).ToHashSet(), Language = "en", SessionId = Guid.CreateVersion7(),
    };

    public static Subscription Service(SubscriptionStatus status = SubscriptionStatus.Active) => new(new SubscriptionData
    {
        Id = Guid.CreateVersion7(), OrganisationId = Reach.OrganisationId, ExternalId = "T-1", AccountId = Reach.AccountId, Kind = SubscriptionKind.Mobile, Status = status, UserName = "Åke Ek", Version = 1,
    });

    public static SimCard Card(string icc, SimCardState state = SimCardState.InStock, Guid? subscriptionId = null, Guid? organisationId = null) => new(new SimCardData
    {
        Id = Guid.CreateVersion7(), OrganisationId = organisationId ?? Reach.OrganisationId, Icc = icc, Form = SimForm.Physical, State = state, SubscriptionId = subscriptionId, Version = 1,
    });

    /// <summary>An open order for another SIM card, as loaded.</summary>
    public static Order Replacement(Guid subscriptionId, SimDeliveryWay way = SimDeliveryWay.Post, string? icc = null) => Order.Place(
        OrderType.SimReplacement, Reach.OrganisationId, Reach.AccountId, new OrderStart("1001", Guid.CreateVersion7(), "Anna Åkesson", Now, Today, null),
        [OrderLine.For(subscriptionId, new SimReplacementDetail(way, null, way == SimDeliveryWay.ESim ? "anna@example.com" : null, icc, "sv"))]);

    /// <summary>What the end of an order sets off, with a mail to whom the notices name: to nobody unless told.</summary>
    public static OrderOutcomes Outcomes(IOrderRepository orders, IOrderOutcome outcome, IUserNotices? notices = null, IMessages? messages = null) =>
        new([outcome], new OrderMail(notices ?? Substitute.For<IUserNotices>(), messages ?? Substitute.For<IMessages>(), new MessageTexts(new MessageOptions("Norrtele", "https://portal.example.se")), orders));

    /// <summary>What the message's validator finds, as <c>Field Code</c>.</summary>
    public static IEnumerable<string> Problems<T>(this IValidator<T> validator, T message) =>
        validator.Validate(message).Errors.Select(failure => $"{failure.PropertyName} {failure.ErrorCode}");

    /// <summary>Runs the work at once.</summary>
    public sealed class Transactions : ITransactions
    {
        public Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellation) => work();
    }

    /// <summary>Hides nothing: tests ask who was given what.</summary>
    public sealed class Secrets : ISecretProtector
    {
        public string Protect(string secret) => "hidden " + secret;

        public string Unprotect(string protectedSecret) => protectedSecret["hidden ".Length..];
    }

    /// <summary>What a handler tells the audit log.</summary>
    public sealed class Audit : IAudit
    {
        public (string Kind, Guid Id)? About { get; private set; }

        public string? Before { get; private set; }

        public string? After { get; private set; }

        public void Subject(string kind, Guid id, Guid? organisationId = null) => About = (kind, id);

        public void Actor(string userName)
        {
        }

        public string? Failure { get; private set; }

        public void Change(object? before, object? after) => (Before, After) = (before?.ToString(), after?.ToString());

        public void Failed(string code) => Failure = code;
    }
}
