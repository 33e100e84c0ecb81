namespace Connect.Domain.Orders;

/// <summary>What an order asks of the operator (column Typ). Stored by number.</summary>
public enum OrderType
{
    NewSubscription = 1,
    SimReplacement = 2,
    Change = 3,
    TopUp = 4,
    Move = 5,
    Termination = 6,
}
