using System.Globalization;
using Connect.Application.Common.Texts;
using Connect.Application.Operator;
using Connect.Application.Reports;
using Connect.Application.Subscriptions;
using Connect.Application.Tickets;
using Connect.Domain.Common;
using Connect.Domain.Orders;
using Connect.Domain.Subscriptions;
using Connect.Domain.Tickets;

namespace Connect.Application.Messages;

/// <summary>The words of mails and SMS, with the operator's name in them.</summary>
public sealed class MessageTexts(MessageOptions options)
{
    private const int MostLines = 100;

    /// <summary>Without a link, so that nobody learns to follow links in such messages.</summary>
    public string LoginCode(CultureInfo reader, string code, int minutes) => Text.Get(reader, "Messages.LoginCode", options.OperatorName, code, minutes);

    public string InvitationSubject(CultureInfo reader) => Text.Get(reader, "Messages.InvitationSubject", options.OperatorName);

    public string Invitation(CultureInfo reader, string name, string userName, string path, int days) =>
        Text.Get(reader, "Messages.Invitation", name, options.OperatorName, userName, options.PublicUrl.TrimEnd('/') + path, days);
    public string ResetSubject(CultureInfo reader) => Text.Get(reader, "Messages.ResetSubject", options.OperatorName);

    public string Reset(CultureInfo reader, string name, string userName, string path, int minutes) =>
        Text.Get(reader, "Messages.Reset", name, options.OperatorName, userName, options.PublicUrl.TrimEnd('/') + path, minutes);

    public string NoticeSubject(CultureInfo reader) => Text.Get(reader, "Messages.NoticeSubject", options.OperatorName);

    /// <param name="what">A <c>SecurityEvent</c>.</param>
    /// <param name="isHeld">Codes are kept from the user's number: to log in and look may not be possible.</param>
    public string Notice(CultureInfo reader, string name, string userName, string what, string at, bool isHeld) =>
        Text.Get(reader, isHeld ? "Messages.NoticeHeld" : "Messages.Notice", name, Text.Get(reader, "Messages.Notice." + what, userName, options.OperatorName), at, options.PublicUrl.TrimEnd('/') + "/me");

    /// <summary>Subject and text that tell one user whose data runs out.</summary>
    /// <param name="due">Of that user; at least one.</param>
    public (string Subject, string Text) DataWarning(DateOnly month, IReadOnlyList<DueDataWarning> due)
    {
        var (reader, url, first) = (Text.Culture(due[0].Language), options.PublicUrl.TrimEnd('/'), due[0]);
        var subject = due.Count == 1
            ? Text.Get(reader, "Messages.DataWarning.SubjectOne", options.OperatorName, first.UserName, first.Percent)
            : Text.Get(reader, "Messages.DataWarning.SubjectMany", options.OperatorName, due.Count);
        var lines = due.OrderByDescending(warning => warning.Reached).ThenByDescending(warning => warning.Percent).Take(MostLines).Select(warning => DataLine(reader, warning));
        var list = string.Join('\n', due.Count > MostLines ? lines.Append(Text.Get(reader, "Messages.DataWarning.More", due.Count - MostLines)) : lines);
        var link = due.Count == 1 ? $"{url}/services/{first.SubscriptionId}" : $"{url}/services";
        return (subject, Text.Get(reader, "Messages.DataWarning", first.Name, Format.Month(month, reader), list, link, $"{url}/me"));
    }

    /// <summary>Subject and text that tell whoever set a cost cap that it is reached.</summary>
    public (string Subject, string Text) CostCap(CostCapReader to, SubscriptionData service, Money amount, DateOnly month)
    {
        var (reader, url) = (Text.Culture(to.Language), options.PublicUrl.TrimEnd('/'));
        return (Text.Get(reader, "Messages.CostCapSubject", options.OperatorName, service.UserName),
            Text.Get(reader, "Messages.CostCap", to.Name, service.UserName, Format.Phone(service.PhoneNumber), Format.Money(amount, reader), Format.Month(month, reader), $"{url}/services/{service.Id}/cost-cap"));
    }

    /// <summary>Subject and text that tell whoever has a report come by itself where it lies, or why it did not come.</summary>
    /// <param name="failure">Code of an error text; null when it came.</param>
    public (string Subject, string Text) ReportCame(NoticeReader to, string report, string file, string? failure)
    {
        var (reader, url) = (Text.Culture(to.Language), options.PublicUrl.TrimEnd('/'));
        var how = failure switch { null => "ReportCame", ExportKinds.RightsLost => "ReportStopped", _ => "ReportFailed" };
        return (Text.Get(reader, $"Messages.{(failure is null ? how : "ReportFailed")}.Subject", options.OperatorName, report),
            Text.Get(reader, $"Messages.{how}", to.Name, report, failure is null ? file : Text.Get(reader, $"Errors.{failure}"), $"{url}/reports/exports", $"{url}/reports"));
    }

    /// <summary>Subject and text that tell whoever ordered how it ended.</summary>
    /// <param name="service">Name of the service's user; null when there is none.</param>
    public (string Subject, string Text) OrderEnded(NoticeReader to, OrderData order, string? service)
    {
        var (reader, url, how) = (Text.Culture(to.Language), options.PublicUrl.TrimEnd('/'), order.State);
        var what = service is null ? Text.Get(reader, $"Orders.Type.{order.Type}") : $"{Text.Get(reader, $"Orders.Type.{order.Type}")}, {service}";
        // Who called an order off says why to those who ask; the operator's answer is told also when there is none.
        var reason = OwnReasons.Shown(order.Reason, reader) ?? (order.State == OrderState.Rejected || order.CancelledById is null ? Text.Get(reader, "Messages.OrderRejected.NoReason") : Text.Get(reader, "Messages.OrderCancelled.ByColleague"));
        return (Text.Get(reader, $"Messages.Order{how}.Subject", options.OperatorName, order.Number, what),
            Text.Get(reader, $"Messages.Order{how}", to.Name, order.Number, what, $"{url}/orders/{order.Number}", $"{url}/me#notices", reason));
    }

    /// <summary>Subject and text that tell of an answer in a ticket, or that it is solved.</summary>
    /// <param name="answer">What was written; null when it was only solved.</param>
    public (string Subject, string Text) TicketAnswered(TicketReader to, TicketData ticket, string? answer)
    {
        var (reader, url, how) = (Text.Culture(to.To.Language), options.PublicUrl.TrimEnd('/'), ticket.State.IsOpen() ? "Answered" : $"{ticket.State}");
        var more = to.MayOpen ? Text.Get(reader, "Messages.Ticket.Open", $"{url}/tickets/{Uri.EscapeDataString(ticket.Number)}", $"{url}/me#notices") : "";
        return (Text.Get(reader, $"Messages.Ticket{how}.Subject", options.OperatorName, ticket.Number, ticket.Title),
            Text.Get(reader, $"Messages.Ticket{how}", to.To.Name, ticket.Number, ticket.Title, answer is null ? "" : $"\n\n{answer}", more).TrimEnd());
    }

    private static string DataLine(CultureInfo reader, DueDataWarning warning) => Text.Get(reader, $"Messages.DataWarning.{(warning.Reached == DueDataWarning.Full ? "Full" : "Near")}",
        warning.PhoneNumber is null ? warning.UserName : $"{warning.UserName}, {Format.Phone(warning.PhoneNumber)}",
        Format.Bytes(warning.Used, reader), Format.Bytes(warning.Allowed, reader), warning.Percent);
}

/// <summary>What every message needs to know of the installation.</summary>
/// <param name="OperatorName">Signs the messages: <c>Operator:Name</c>.</param>
/// <param name="PublicUrl">Where the portal is reached, <c>https://portal.example.se</c>; links are built from it, never from the request's host.</param>
public sealed record MessageOptions(string OperatorName, string PublicUrl);
