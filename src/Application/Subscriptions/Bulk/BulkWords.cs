using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Domain.Subscriptions;

namespace Connect.Application.Subscriptions.Bulk;

/// <summary>Jobs on several services in words of the current language.</summary>
public static class BulkWords
{
    public static string Action(BulkKind kind) => Text.Get($"Bulk.Kind.{kind}");

    /// <summary>Why a row can't be done or failed.</summary>
    public static string Problem(BulkProblem problem)
    {
        var culture = CultureInfo.CurrentUICulture;
        if (problem is { Code: "BarringContained", Arguments: [var part, var whole] }) return Text.Get("Bulk.BarringContained", Named(part), Named(whole));
        var text = Text.Find(culture, $"Errors.{problem.Code}") is { } known ? string.Format(culture, known, [.. problem.Arguments]) : Text.Get($"Errors.{BulkStage.Broken}");
        return problem.Field is { Length: > 0 } field && Text.Find(culture, $"Bulk.Field.{Called(field)}") is { } name ? $"{name}: {text}" : text;
    }

    /// <summary>How far a row has come: what waits in a preview is done when that is confirmed, and not done when it never is.</summary>
    public static string State(BulkRowState state, bool isConfirmed) => Text.Get("Bulk.RowState." + (state, isConfirmed) switch
    {
        (BulkRowState.Ready, true) => "Waiting",
        (BulkRowState.Cancelled, false) => "Discarded",
        _ => $"{state}",
    });

    /// <summary>How far a job has come.</summary>
    public static string State(BulkJobView job) => Text.Get("Bulk.JobState." + job switch
    {
        { State: BulkJobState.Running, CancelRequested: true } => "Cancelling",
        { State: BulkJobState.Cancelled, IsConfirmed: false } => "Discarded",
        { State: BulkJobState.Ready, CanBeConfirmed: false } => "Nothing",
        _ => $"{job.State}",
    });

    /// <summary>What is done to a service: of a preview what will be, afterwards what was.</summary>
    public static string Outcome(BulkOutcome outcome)
    {
        if (outcome.IsNothing) return Text.Get("Bulk.Nothing");
        var parts = Restrictions(outcome).Concat(References(outcome));
        if (outcome.InvoicedUntil is not null) parts = parts.Append(Text.Get("Bulk.Ends"));
        else if (outcome.Before is { } before) parts = parts.Append(Text.Get("Bulk.FromTo", before, outcome.After));
        if (outcome.CalledOff is { } off) parts = parts.Append(Text.Get("Bulk.CalledOff", string.Join(", ", off)));
        if (outcome.Unsure is { } unsure) parts = parts.Append(Text.Get("Bulk.Unsure", string.Join(", ", unsure)));
        return string.Join(". ", parts);
    }

    /// <summary>The day of it.</summary>
    public static string When(BulkOutcome outcome) => outcome.IsNothing ? "" : outcome.On is { } day ? Format.Day(day) : Text.Get("Bulk.AtOnce");

    /// <summary>What it costs; empty where it costs nothing.</summary>
    public static string Price(BulkOutcome outcome)
    {
        if (outcome is { PriceBefore: { } before, PriceAfter: { } after }) return Text.Get("Bulk.PriceFromTo", Format.Money(before), Format.Money(after));
        return outcome is { InvoicedUntil: { } until, CostAfter: { } cost } ? Text.Get("Bulk.InvoicedUntil", Format.Day(until), Format.Money(cost)) : "";
    }

    /// <summary>What was wished for all, a line for each field.</summary>
    /// <param name="names">Of data packages and price lists.</param>
    public static IReadOnlyList<string> Wished(BulkWish wish, IReadOnlyDictionary<Guid, string> names)
    {
        var lines = new List<(string Key, string? Value)>
        {
            ("Barrings", wish.Barrings.Count == 0 ? null : string.Join(", ", wish.Barrings.Select(Name))),
            ("Unconditional", Number(wish.Unconditional)), ("NotReachable", Number(wish.NotReachable)), ("Busy", Number(wish.Busy)),
            ("NoReply", Number(wish.NoReply)), ("RingSeconds", wish.NoReply is null ? null : $"{wish.RingSeconds}"),
            ("DataPackage", Named(wish.DataPackage, names)), ("PriceList", Named(wish.PriceList, names)),
            ("Account", wish.Account), ("Day", wish.Day is { } day ? Format.Day(day) : null), ("CostCentre", Value(wish.CostCentre)), ("EmployeeNumber", Value(wish.EmployeeNumber)),
        };
        return [.. lines.Where(line => line.Value is not null).Select(line => $"{Text.Get($"Bulk.Field.{line.Key}")}: {line.Value}"), .. wish.OrEarliest ? [Text.Get("Bulk.Field.OrEarliest")] : Array.Empty<string>()];
    }

    private static IEnumerable<string> Restrictions(BulkOutcome outcome)
    {
        if (outcome.Added is { } added) yield return Text.Get("Bulk.BarringsAdded", string.Join(", ", added.Select(Name)));
        if (outcome.Removed is { } removed) yield return Text.Get("Bulk.BarringsRemoved", string.Join(", ", removed.Select(Name)));
        foreach (var set in outcome.Forwarded ?? []) yield return Text.Get("Bulk.Forwarded", Name(set.Kind), Format.Phone(set.Target), set.RingSeconds is { } seconds ? Text.Get("Bulk.AfterSeconds", seconds) : "").TrimEnd();
        foreach (var kind in outcome.Unforwarded ?? []) yield return Text.Get("Bulk.Unforwarded", Name(kind));
    }

    private static IEnumerable<string> References(BulkOutcome outcome) => (outcome.References ?? []).Select(change =>
        Text.Get("Bulk.Reference", Text.Get($"Services.Facts.{change.Field}"), change.Before ?? Text.Get("Bulk.Empty"), change.After ?? Text.Get("Bulk.Empty")));

    // By the messages of the single actions a day has other names, and a number is part of its forwarding.
    private static string Called(string field) => field is "StartsOn" or "EndsOn" ? nameof(BulkWish.Day) : field.Split('.') is [.., nameof(BulkWish.RingSeconds)] ? nameof(BulkWish.RingSeconds) : field.Split('.')[0];

    private static string Named(string kind) => Text.Find(CultureInfo.CurrentUICulture, $"Services.Barring.{kind}") ?? kind;

    private static string Name(BarringKind kind) => Text.Get($"Services.Barring.{kind}");

    private static string Name(CallForwardingKind kind) => Text.Get($"Bulk.Field.{kind}");

    private static string? Number(string? wish) => wish is null ? null : wish.Trim() == BulkWish.Nothing ? Text.Get("Bulk.TakenAway") : Format.Phone(wish);

    private static string? Value(string? wish) => wish?.Trim() == BulkWish.Nothing ? Text.Get("Bulk.TakenAway") : wish;

    private static string? Named(Guid? id, IReadOnlyDictionary<Guid, string> names) => id is { } known ? names.GetValueOrDefault(known, "–") : null;
}
