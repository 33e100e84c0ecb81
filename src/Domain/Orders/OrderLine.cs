using System.Text.Json.Serialization;
using Connect.Domain.Common;

namespace Connect.Domain.Orders;

/// <summary>One thing to be done. What is particular to its type stands in <see cref="Detail"/>.</summary>
/// <param name="IsOpen">Until the order ends; holds what may be open only once for a service.</param>
public sealed record OrderLine(Guid Id, OrderType Type, Guid? SubscriptionId, Guid? ProductId, Money MonthlyPrice, Money OneTimePrice, OrderLineDetail Detail, bool IsOpen)
{
    /// <summary>What changes nothing of the price.</summary>
    public static OrderLine For(Guid subscriptionId, OrderLineDetail detail) =>
        new(Guid.CreateVersion7(), detail.OrderType, subscriptionId, null, Money.Zero, Money.Zero, detail, IsOpen: true);
}

/// <summary>What is particular to a type of line; stored as JSON with its <c>type</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NewSubscriptionDetail), "new-subscription")]
[JsonDerivedType(typeof(SimReplacementDetail), "sim-replacement")]
[JsonDerivedType(typeof(TerminationDetail), "termination")]
[JsonDerivedType(typeof(MoveDetail), "move")]
[JsonDerivedType(typeof(ChangeDetail), "change")]
[JsonDerivedType(typeof(TopUpDetail), "top-up")]
[JsonDerivedType(typeof(LoadedDetail), "loaded")]
public abstract record OrderLineDetail
{
    /// <summary>The type of the lines that it is of.</summary>
    [JsonIgnore]
    public abstract OrderType OrderType { get; }

    /// <summary>True when the operator has more to tell at the end than that it is done.</summary>
    public virtual bool NeedsReport() => false;

    /// <summary>The SIM card that comes with it; null for none.</summary>
    [JsonIgnore]
    public virtual CardWish? NewCard => null;

    /// <summary>True when the operator has to know of it ahead of its day.</summary>
    [JsonIgnore]
    public virtual bool IsSentAhead => false;
}

/// <summary>Which way the customer gets the new SIM card. Stored by number.</summary>
public enum SimDeliveryWay
{
    /// <summary>Fysiskt SIM, by post.</summary>
    Post = 1,

    /// <summary>eSIM, activation code by mail.</summary>
    ESim = 2,

    /// <summary>Kundplacerat SIM-kort: a card that the customer has.</summary>
    OwnCard = 3,
}

/// <summary>A SIM replacement.</summary>
/// <param name="Way">Which of the others are filled in.</param>
/// <param name="Address">Where a card is posted.</param>
/// <param name="Email">Where an eSIM's activation code is sent.</param>
/// <param name="Icc">The customer's own card.</param>
/// <param name="Language">Of the mail: <c>sv</c> or <c>en</c>.</param>
public sealed record SimReplacementDetail(SimDeliveryWay Way, DeliveryAddress? Address, string? Email, string? Icc, string Language) : OrderLineDetail
{
    public override OrderType OrderType => OrderType.SimReplacement;

    /// <summary>The numbers of a card that the customer has are known already; those of another come with the report.</summary>
    public override bool NeedsReport() => Way != SimDeliveryWay.OwnCard;

    [JsonIgnore]
    public override CardWish NewCard => new(Way, Address, Email, Icc, Language);
}

/// <summary>The end of a service, at 00:00 on the day of the order.</summary>
/// <param name="InvoicedUntil">The last day that is invoiced, as it was agreed and shown when it was ordered.</param>
/// <param name="CostAfter">What is invoiced for the days after the end.</param>
/// <param name="WasBarred">The status to go back to when nothing comes of it: barred, or else active.</param>
public sealed record TerminationDetail(DateOnly InvoicedUntil, Money CostAfter, bool WasBarred) : OrderLineDetail
{
    public override OrderType OrderType => OrderType.Termination;
}

/// <summary>A move to another account of the organisation.</summary>
/// <param name="FromAccount">Number of the account that it leaves.</param>
/// <param name="FromName">Its name, for those who see one of the two accounts only.</param>
/// <param name="ToAccount">Number of the account that it comes to.</param>
/// <param name="ToName">Its name.</param>
public sealed record MoveDetail(Guid ToAccountId, string FromAccount, string FromName, string ToAccount, string ToName) : OrderLineDetail
{
    public override OrderType OrderType => OrderType.Move;

    /// <summary>As it stands in histories: name and number.</summary>
    [JsonIgnore]
    public string From => $"{FromName} ({FromAccount})";

    /// <inheritdoc cref="From"/>
    [JsonIgnore]
    public string To => $"{ToName} ({ToAccount})";
}

/// <summary>Another data package and other price lists: all that the service is to have of them.</summary>
/// <param name="DataPackage">Null where it has none.</param>
/// <param name="PriceList">The base price list; null where it has none.</param>
/// <param name="ExtraPriceLists">The price lists beside it.</param>
/// <param name="Before">The names of what it had when it was ordered.</param>
/// <param name="MonthlyPriceBefore">The whole price when it was ordered.</param>
/// <param name="MonthlyPrice">The whole price with the change, as it was shown.</param>
public sealed record ChangeDetail(ChangePart? DataPackage, ChangePart? PriceList, IReadOnlyList<ChangePart> ExtraPriceLists, string Before, Money MonthlyPriceBefore, Money MonthlyPrice) : OrderLineDetail
{
    public override OrderType OrderType => OrderType.Change;

    /// <summary>The names of all that it is to have.</summary>
    [JsonIgnore]
    public string After => string.Join(", ", new[] { DataPackage, PriceList }.Concat(ExtraPriceLists).OfType<ChangePart>().Select(part => part.Name));
}

/// <summary>Data beside the package of a service.</summary>
/// <param name="Package">The top-up.</param>
/// <param name="Price">Once, as it was shown.</param>
/// <param name="Month">The first day of the Swedish month that it is for: the one in which it was ordered.</param>
public sealed record TopUpDetail(ChangePart Package, long Bytes, Money Price, DateOnly Month) : OrderLineDetail
{
    public override OrderType OrderType => OrderType.TopUp;
}

/// <summary>What the operator tells of an order that did not come from the portal.</summary>
/// <param name="Of">What it asks for.</param>
/// <param name="Description">For people to read.</param>
public sealed record LoadedDetail(OrderType Of, string? Description) : OrderLineDetail
{
    public override OrderType OrderType => Of;
}

/// <summary>A data package or price list as it was ordered.</summary>
/// <param name="PortalId">Connect's own id.</param>
/// <param name="Id">The operator's own id.</param>
public sealed record ChangePart(Guid PortalId, string Id, string Name);

/// <summary>Where something is posted.</summary>
public sealed record DeliveryAddress(string Name, string Street, string PostalCode, string City)
{
    public override string ToString() => $"{Name}, {Street}, {PostalCode} {City}";
}
