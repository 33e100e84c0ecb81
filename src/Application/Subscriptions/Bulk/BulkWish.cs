using System.Globalization;
using Connect.Application.Common.Errors;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>What is wished for each of several services; of the fields those that its kind has. What is left empty stays as it is.</summary>
public sealed record BulkWish
{
    /// <summary>In place of a text or a number: what is there is taken away.</summary>
    public const string Nothing = "-";

    /// <summary>Signs of any of its texts; what its fields hold is fewer.</summary>
    public const int LongestText = 200;

    public BulkKind Kind { get; init; }

    /// <summary>To be added or removed.</summary>
    public IReadOnlyList<BarringKind> Barrings { get; init => field = value ?? []; } = [];

    /// <summary>Number that calls go to directly; <c>-</c> takes the forwarding away.</summary>
    public string? Unconditional { get; init; }

    /// <inheritdoc cref="Unconditional"/>
    public string? NotReachable { get; init; }

    /// <inheritdoc cref="Unconditional"/>
    public string? Busy { get; init; }

    /// <inheritdoc cref="Unconditional"/>
    public string? NoReply { get; init; }

    /// <summary>Of <see cref="NoReply"/>: 5 to 30 in steps of 5.</summary>
    public int? RingSeconds { get; init; }

    public Guid? DataPackage { get; init; }

    /// <summary>The base price list.</summary>
    public Guid? PriceList { get; init; }

    /// <summary>Where less data can be had later only: on the first day that the service's notice and commitment allow.</summary>
    public bool OrEarliest { get; init; }

    /// <summary>Number of the account that the services move to.</summary>
    public string? Account { get; init; }

    /// <summary>Swedish day of a change, a move or an end.</summary>
    public DateOnly? Day { get; init; }

    /// <summary><c>-</c> takes it away.</summary>
    public string? CostCentre { get; init; }

    /// <summary><c>-</c> takes it away.</summary>
    public string? EmployeeNumber { get; init; }

    /// <summary>With what a row of a file has of its own, by the keys of <see cref="BulkColumns"/>.</summary>
    /// <exception cref="InvalidInputException">A value can't be read.</exception>
    public BulkWish With(IReadOnlyDictionary<string, string> values)
    {
        var wish = this;
        foreach (var (key, value) in values) wish = wish.With(key, value);
        return wish;
    }

    private BulkWish With(string key, string value) => key switch
    {
        BulkColumns.Unconditional => this with { Unconditional = value },
        BulkColumns.NotReachable => this with { NotReachable = value },
        BulkColumns.Busy => this with { Busy = value },
        BulkColumns.NoReply => this with { NoReply = value },
        BulkColumns.RingSeconds => this with { RingSeconds = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : throw new InvalidInputException(nameof(RingSeconds), "RingSeconds") },
        BulkColumns.Account => this with { Account = value },
        BulkColumns.Day => this with { Day = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new InvalidInputException(nameof(Day), "BulkDayWrong", value) },
        BulkColumns.CostCentre => this with { CostCentre = value },
        BulkColumns.EmployeeNumber => this with { EmployeeNumber = value },
        _ => throw new InvalidInputException("", "BulkColumnUnknown", key, string.Join(", ", BulkColumns.Of(Kind))),
    };
}

/// <summary>The columns of a file with services: which service, and what may differ from row to row.</summary>
public static class BulkColumns
{
    /// <summary>Phone number or the portal's id.</summary>
    public const string Service = "service";

    /// <summary>For whoever fills the file in; a row whose name is not the user's is refused, an empty one is not compared.</summary>
    public const string UserName = "name";

    public const string Unconditional = "unconditional", NotReachable = "not-reachable", Busy = "busy", NoReply = "no-reply", RingSeconds = "ring-seconds",
        Account = "account", Day = "day", CostCentre = "cost-centre", EmployeeNumber = "employee";

    /// <summary>Those of a kind that may differ from row to row.</summary>
    public static IReadOnlyList<string> Of(BulkKind kind) => kind switch
    {
        BulkKind.Forwardings => [Unconditional, NotReachable, Busy, NoReply, RingSeconds],
        BulkKind.Change or BulkKind.Terminate => [Day],
        BulkKind.Move => [Account, Day],
        BulkKind.References => [CostCentre, EmployeeNumber],
        _ => [],
    };
}
