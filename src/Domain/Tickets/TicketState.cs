namespace Connect.Domain.Tickets;

/// <summary>Where a ticket stands. "Pågående" are the first three. Stored by number.</summary>
public enum TicketState
{
    /// <summary>Nytt.</summary>
    New = 1,

    /// <summary>Pågår.</summary>
    InProgress = 2,

    /// <summary>Väntar på kund.</summary>
    WaitingForCustomer = 3,

    /// <summary>Löst.</summary>
    Solved = 4,

    /// <summary>Stängt.</summary>
    Closed = 5,
}

public static class TicketStates
{
    /// <summary>Pågående: Nytt, Pågår and Väntar på kund.</summary>
    public static bool IsOpen(this TicketState state) => state is TicketState.New or TicketState.InProgress or TicketState.WaitingForCustomer;

    /// <summary>True while time counts for whoever is to solve it.</summary>
    public static bool Counts(this TicketState state) => state is TicketState.New or TicketState.InProgress;
}
