namespace Connect.Domain.Orders;

/// <summary>Which SIM card a service is to have, and how the customer gets it.</summary>
/// <param name="Way">Which of the others are filled in.</param>
/// <param name="Address">Where a card is posted.</param>
/// <param name="Email">Where an eSIM's activation code is sent.</param>
/// <param name="Icc">The customer's own card.</param>
/// <param name="Language">Of the mail: <c>sv</c> or <c>en</c>.</param>
public sealed record CardWish(SimDeliveryWay Way, DeliveryAddress? Address, string? Email, string? Icc, string Language)
{
    /// <summary>Workdays until a posted card is there.</summary>
    public const int PostWorkdays = 3;
}
