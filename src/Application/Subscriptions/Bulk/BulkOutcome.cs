using System.Text.Json.Serialization;
using Connect.Domain.Common;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>What an action does to one service: in the preview what it will do, afterwards what was done.</summary>
public sealed record BulkOutcome
{
    /// <summary>The service is so already.</summary>
    public static readonly BulkOutcome Unchanged = new() { IsNothing = true };

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNothing { get; init; }

    public IReadOnlyList<BarringKind>? Added { get; init; }
    public IReadOnlyList<BarringKind>? Removed { get; init; }
    public IReadOnlyList<CallForwarding>? Forwarded { get; init; }
    public IReadOnlyList<CallForwardingKind>? Unforwarded { get; init; }
    public IReadOnlyList<ReferenceChange>? References { get; init; }

    /// <summary>Data package and price lists, or the account, as they are.</summary>
    public string? Before { get; init; }

    /// <summary>The same as they will be.</summary>
    public string? After { get; init; }

    /// <summary>The Swedish day of it; null for at once.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Monthly, without VAT.</summary>
    public Money? PriceBefore { get; init; }

    /// <summary>Monthly, without VAT.</summary>
    public Money? PriceAfter { get; init; }

    /// <summary>The last day that is invoiced of a service that ends.</summary>
    public DateOnly? InvoicedUntil { get; init; }

    /// <summary>What is invoiced for the days after the end, without VAT.</summary>
    public Money? CostAfter { get; init; }

    /// <summary>Numbers of the orders that may make <see cref="CostAfter"/> another.</summary>
    public IReadOnlyList<string>? Unsure { get; init; }

    /// <summary>Numbers of the orders that an end calls off.</summary>
    public IReadOnlyList<string>? CalledOff { get; init; }

    /// <summary>The order's number; null where the action makes none, and in a preview.</summary>
    public string? Order { get; init; }
}

/// <summary>What is held to when a row is carried out.</summary>
/// <param name="Told">By the preview.</param>
/// <param name="WasBegun">It may be done already: the process died, or the row failed, before it was put down.</param>
internal sealed record BulkPlan(BulkOutcome Told, bool WasBegun);
