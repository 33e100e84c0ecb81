using Connect.Domain.Users;

namespace Connect.Application.Messages;

/// <summary>A kind of mail that a user can turn off. Stored by number.</summary>
public enum UserNotice
{
    /// <summary>What the user ordered is delivered.</summary>
    OrderDelivered = 1,

    /// <summary>What the user ordered will not be carried out.</summary>
    OrderRejected = 2,

    /// <summary>The operator has answered in a ticket that the user made or follows, or has solved it.</summary>
    TicketAnswered = 3,
}

public static class UserNotices
{
    private static readonly Dictionary<UserNotice, Right[]> Rights = new()
    {
        [UserNotice.OrderDelivered] = [Right.PlaceOrders, Right.ManageSubscriptions],
        [UserNotice.OrderRejected] = [Right.PlaceOrders, Right.ManageSubscriptions],
        [UserNotice.TicketAnswered] = [Right.ManageTickets],
    };

    /// <summary>One of these is needed: who has none of them never gets such a mail, and is not asked about it.</summary>
    public static IReadOnlyList<Right> RightsFor(UserNotice notice) => Rights[notice];
}
