using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using Connect.Domain.Users;

namespace Connect.Application.Accounts;

/// <summary>An account's customer and contact data, its contact persons and its history.</summary>
/// <exception cref="Common.Errors.NotFoundException">There is none within the user's reach.</exception>
[Requires(Right.ViewAccounts)]
public sealed record GetAccount(string Number) : IQuery<AccountDetail>;

/// <summary>One account with all that belongs to it.</summary>
public sealed record AccountDetail
{
    public required AccountFacts Facts { get; init; }

    /// <summary>The accounts above it within the reach, from the top.</summary>
    public required IReadOnlyList<AccountStep> Path { get; init; }

    /// <summary>In the order of names.</summary>
    public required IReadOnlyList<ContactPersonView> ContactPersons { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<AccountHistoryLine> History { get; init; }
}

/// <summary>What stands in the account's own row.</summary>
public sealed record AccountFacts
{
    public Guid Id { get; init; }
    public string Number { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Alias { get; init; }
    public string DisplayName { get; init; } = "";
    public string? InvoiceReference { get; init; }
    public string? OrganisationNumber { get; init; }
    public string? Email { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    public string? Street { get; init; }
    public string? PostalCode { get; init; }
    public string? City { get; init; }
    public bool InvoiceOnPaper { get; init; }
    public string? InvoiceStreet { get; init; }
    public string? InvoicePostalCode { get; init; }
    public string? InvoiceCity { get; init; }

    /// <summary>Accounts right below it.</summary>
    public int SubAccounts { get; init; }

    /// <summary>To be sent along with an edit, so that nobody's change is written over unseen.</summary>
    public int Version { get; init; }
}

public sealed record AccountStep(string Number, string DisplayName);

/// <summary>A contact person of the account.</summary>
public sealed record ContactPersonView
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string? Email { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>True when somebody logs in to the portal as this person.</summary>
    public bool HasUser { get; init; }

    public int Version { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <param name="Kind">Names the text <c>AccountEvents.{Kind}</c>.</param>
/// <param name="Values">What the text mentions; empty where there was nothing.</param>
public sealed record AccountHistoryLine(DateTimeOffset At, string Kind, string Actor, IReadOnlyList<string> Values);
