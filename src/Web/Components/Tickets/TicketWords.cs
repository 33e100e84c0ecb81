using Connect.Application.Common.Lists;
using Connect.Application.Common.Texts;
using Connect.Application.Tickets;
using Connect.Domain.Tickets;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Connect.Web.Components.Tickets;

/// <summary>Tickets in words.</summary>
internal static class TicketWords
{
    public static string Link(string number) => $"/tickets/{Uri.EscapeDataString(number)}";

    /// <summary>Name in <c>Assets/icons.json</c>.</summary>
    public static string Icon(TicketType type) => type switch
    {
        TicketType.Support => "headset",
        TicketType.Order => "shopping-cart",
        TicketType.Invoice => "receipt",
        TicketType.Agreement => "file-invoice",
        TicketType.PortalFault => "bug",
        _ => "message-circle",
    };

    /// <summary>Class of a state's pill.</summary>
    public static string Tone(TicketState state) => state switch
    {
        TicketState.New or TicketState.InProgress => "is-info",
        TicketState.WaitingForCustomer => "is-warn",
        TicketState.Solved => "is-ok",
        _ => "",
    };

    /// <summary>Class of a priority's pill.</summary>
    public static string Tone(TicketPriority priority) => ListTickets.Priorities.Single(choice => Equals(choice.Stored, priority)).Tone switch
    {
        ListTone.Bad => "is-bad",
        ListTone.Warning => "is-warn",
        _ => "",
    };

    /// <summary>Class of an outcome's pill.</summary>
    public static string Tone(SlaOutcome outcome) => outcome switch { SlaOutcome.Met => "is-ok", SlaOutcome.Missed => "is-bad", SlaOutcome.Running => "is-info", _ => "" };

    /// <summary><c>30 min</c>, <c>4 tim</c>, <c>4 tim 30 min</c>: hours of support, which make no days.</summary>
    public static string Time(TimeSpan time)
    {
        var minutes = (long)Math.Round(time.TotalMinutes);
        var (hours, rest) = (minutes / 60, minutes % 60);
        return hours == 0 ? Text.Get("Tickets.Sla.Minutes", rest) : rest == 0 ? Text.Get("Tickets.Sla.Hours", Format.Number(hours)) : Text.Get("Tickets.Sla.HoursMinutes", Format.Number(hours), rest);
    }

    /// <summary><c>dygnet runt</c>, <c>vardagar 08:00–17:00</c>.</summary>
    public static string Hours(SupportHours hours) => hours.IsAlways ? Text.Get("Tickets.Sla.Always") : string.Join(", ", hours.Stretches().Select(Stretch));

    /// <summary>What is agreed for a priority: <c>Avtalat: svar inom 1 tim, löst inom 4 tim (dygnet runt).</c> Null where nothing is.</summary>
    public static string? Agreed(PriorityTimes? times) => (times?.Response, times?.Solution) switch
    {
        ({ } response, { } solution) => Agreed(Text.Get("Tickets.Sla.Both", Time(response), Time(solution)), times!.Hours),
        ({ } response, null) => Agreed(Text.Get("Tickets.Sla.Response", Time(response)), times!.Hours),
        (null, { } solution) => Agreed(Text.Get("Tickets.Sla.Solution", Time(solution)), times!.Hours),
        _ => null,
    };

    /// <summary>How a ticket stands against one of its times.</summary>
    public static string Standing(TicketTime time, SupportHours hours) => Text.Get($"Tickets.Times.{time.Outcome}", Format.Instant(time.DueAt), Long(time.Left, hours), time.GoesOnAt is { } at ? Format.Instant(at) : null);

    // Days where support never sleeps: elsewhere its hours make none, and minutes say nothing any more.
    private static string Long(TimeSpan time, SupportHours hours)
    {
        if (time < TimeSpan.FromHours(48)) return Time(time);
        if (!hours.IsAlways) return Time(TimeSpan.FromHours(Math.Round(time.TotalHours)));
        var whole = (long)Math.Round(time.TotalHours);
        return whole % 24 == 0 ? Text.Get("Tickets.Sla.WholeDays", Format.Number(whole / 24)) : Text.Get("Tickets.Sla.DaysHours", Format.Number(whole / 24), whole % 24);
    }

    /// <summary>What happened, where nothing was written.</summary>
    public static string Happened(TicketEntry entry, TicketState? before)
    {
        var state = Text.Get($"Tickets.State.{entry.State}");
        if (entry.FromOperator) return Text.Get("Tickets.Thread.StateOperator", state);
        if (entry.State == TicketState.Closed) return Text.Get("Tickets.Thread.ClosedBy", entry.By);
        return before is { } ended && !ended.IsOpen() ? Text.Get("Tickets.Thread.ReopenedBy", entry.By) : Text.Get("Tickets.Thread.StateBy", entry.By, state);
    }

    /// <summary>Whom a message about a follower names.</summary>
    public static string NameOf(Guid id, IEnumerable<Colleague> colleagues, TicketView ticket) => colleagues.FirstOrDefault(colleague => colleague.Id == id)?.Name
        ?? ticket.Followers.FirstOrDefault(follower => follower.Id == id)?.Name ?? Text.Get("Tickets.Followers.Who");

    /// <summary>What is wrong with a field of the message is said beside the form's field of another name.</summary>
    public static void MoveErrors(ModelStateDictionary state, string from, string to)
    {
        var errors = state[from]?.Errors.ToList() ?? [];
        state.Remove(from);
        foreach (var error in errors) state.AddModelError(to, error.ErrorMessage);
    }

    private static string Agreed(string what, SupportHours hours) => Text.Get("Tickets.Sla.Agreed", what, Hours(hours));

    private static string Stretch(SupportStretch stretch)
    {
        var (from, to) = (SupportStretch.Clock(stretch.From), SupportStretch.Clock(stretch.To));
        if (stretch is { First: 0, Last: 4 }) return Text.Get("Tickets.Sla.Workdays", from, to);
        var first = Text.Get($"Tickets.Sla.Weekday.{stretch.First}");
        return stretch.First == stretch.Last ? Text.Get("Tickets.Sla.Day", first, from, to) : Text.Get("Tickets.Sla.Days", first, Text.Get($"Tickets.Sla.Weekday.{stretch.Last}"), from, to);
    }
}
