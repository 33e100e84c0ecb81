using System.Globalization;
using Connect.Application.Common.Texts;

namespace Connect.Application.Messages;

/// <summary>The words of mails and SMS, with the operator's name in them.</summary>
public sealed class MessageTexts(MessageOptions options)
{
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
    public string Notice(CultureInfo reader, string name, string userName, string what, string at) =>
        Text.Get(reader, "Messages.Notice", name, Text.Get(reader, "Messages.Notice." + what, userName, options.OperatorName), at, options.PublicUrl.TrimEnd('/') + "/me");
}

/// <summary>What every message needs to know of the installation.</summary>
/// <param name="OperatorName">Signs the messages: <c>Operator:Name</c>.</param>
/// <param name="PublicUrl">Where the portal is reached, <c>https://portal.example.se</c>; links are built from it, never from the request's host.</param>
/// <param name="FaultEmail">Who gets reports of faults in the portal: <c>Operator:FaultEmail</c>, else <c>Operator:SupportEmail</c>; null: they cannot be sent.</param>
public sealed record MessageOptions(string OperatorName, string PublicUrl, string? FaultEmail = null);
