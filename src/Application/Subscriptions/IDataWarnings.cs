namespace Connect.Application.Subscriptions;

/// <summary>Who wants to be told when the data of a month runs out, who is to be told now, and who was.</summary>
public interface IDataWarnings
{
    /// <param name="subscriptionId">A service that the user reaches; null: all of the reach are asked about.</param>
    Task<DataWarnings> OfAsync(Guid userId, Guid? subscriptionId, CancellationToken cancellation);

    /// <summary>Turns the warnings on or off; repeating it changes nothing.</summary>
    /// <param name="subscriptionId">A service that the user reaches; null: all of the reach.</param>
    Task SetAsync(Guid userId, Guid? subscriptionId, bool on, CancellationToken cancellation);

    /// <summary>
    /// What is to be told and was not, a user's next to each other: the services that a user wants to hear of, reaches and may see at this moment, whose
    /// use on accounts within the reach has come to 80 or 100 % of package and top-ups.
    /// </summary>
    /// <param name="month">Its first day.</param>
    /// <param name="ofAll">Of those who want to hear of all services, or of those who chose some.</param>
    Task<IReadOnlyList<DueDataWarning>> DueAsync(DateOnly month, bool ofAll, int take, CancellationToken cancellation);

    /// <summary>Writes that they are told, in the running transaction.</summary>
    /// <exception cref="Common.Errors.ConflictException">Somebody else told one of them meanwhile.</exception>
    Task MarkAsync(DateOnly month, IReadOnlyList<DueDataWarning> told, CancellationToken cancellation);

    /// <summary>Removes what was told in months before that one.</summary>
    Task ForgetAsync(DateOnly month, CancellationToken cancellation);
}

/// <summary>What a user is told of by mail when data runs out.</summary>
/// <param name="OfThis">Of the service that was asked about.</param>
/// <param name="OfAll">Of every service within the reach.</param>
public sealed record DataWarnings(bool OfThis, bool OfAll);

/// <summary>A service whose data runs out, for one user.</summary>
public sealed record DueDataWarning
{
    public const int Near = 80, Full = 100;

    public required Guid UserId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required Guid SubscriptionId { get; init; }
    public required string UserName { get; init; }

    /// <summary>E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Bytes of the month: package and top-ups.</summary>
    public required long Allowed { get; init; }

    /// <summary>Bytes of the month.</summary>
    public required long Used { get; init; }

    /// <summary>How far the user was warned before; null when not.</summary>
    public int? Told { get; init; }

    /// <summary>In whole per cent, rounded down.</summary>
    public int Percent => (int)Math.Min(Used * 100m / Allowed, 9999);

    /// <summary>The threshold that is passed.</summary>
    public int Reached => Used >= Allowed ? Full : Near;
}
