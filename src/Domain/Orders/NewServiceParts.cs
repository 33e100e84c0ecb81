using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Domain.Orders;

/// <summary>What has to be known of a new service of a kind.</summary>
/// <param name="Number">A number that the customer may bring along.</param>
/// <param name="FixedNumber">A fixed number beside the mobile one.</param>
/// <param name="Plan">Data package, price lists and add-ons.</param>
public sealed record NewServiceParts(bool Sim, bool Number, bool FixedNumber, bool Plan, bool Calls, bool Barrings, bool Handsets, bool Address, bool OtherEnd)
{
    /// <summary>How many workdays ahead another operator has to be told that a number leaves it.</summary>
    public const int PortWorkdays = 5;

    public static NewServiceParts Of(SubscriptionKind kind)
    {
        var calls = MobileNetwork.Serves(kind);
        var line = kind is SubscriptionKind.Broadband or SubscriptionKind.Capacity;
        return new NewServiceParts(
            Sim: kind.HasSim(), Number: calls || kind == SubscriptionKind.FixedTelephony, FixedNumber: kind == SubscriptionKind.PbxUser, Plan: kind.HasSim(), Calls: calls,
            Barrings: calls, Handsets: kind == SubscriptionKind.PbxUser, Address: line || kind == SubscriptionKind.FixedTelephony, OtherEnd: kind == SubscriptionKind.Capacity);
    }

    /// <summary>The first day on which a service with a number from another operator can start.</summary>
    public static DateOnly EarliestPort(DateOnly today) => SwedishHolidays.WorkdaysAfter(today, PortWorkdays);

    /// <summary>When it is expected: on the day that was wished for, or when its card has come by post.</summary>
    public static DateOnly ExpectedOn(DateOnly startsOn, DateOnly today, SimDeliveryWay? way) =>
        way == SimDeliveryWay.Post && SwedishHolidays.WorkdaysAfter(today, CardWish.PostWorkdays) is var post && post > startsOn ? post : startsOn;
}
