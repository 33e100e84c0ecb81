namespace Connect.Application.Identity;

/// <summary>Numbers that no log-in code is sent to for the time being. Numbers are E.164, whoever's they are.</summary>
public interface INumberHolds
{
    /// <summary>Sends no code there before the instant; a later one that stands already stays.</summary>
    Task HoldAsync(string number, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Null when codes can be sent there.</summary>
    Task<DateTimeOffset?> HeldUntilAsync(string number, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Active users, of whatever organisation, whose log-in codes go to the number.</summary>
    Task<IReadOnlyList<Guid>> CodeReceiversAsync(string number, CancellationToken cancellation);
}
