using Connect.Application.Common.Ports;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Connect.Infrastructure.Messages;

/// <summary>Mail by SMTP. The message id is made of the row's, so that a repeat after a crash can be told by the receiver.</summary>
internal sealed class SmtpTransport(MailOptions options) : IMessageTransport
{
    private const int FirstPermanentCode = 500;

    public MessageChannel Channel => MessageChannel.Mail;

    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var mail = ToMail(message);
        using var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security, cancellation);
            if (options.UserName is { Length: > 0 } name) await client.AuthenticateAsync(name, options.Password ?? "", cancellation);
            await client.SendAsync(mail, cancellation);
            await client.DisconnectAsync(true, CancellationToken.None);
        }
        catch (SmtpCommandException refusal) when (refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refusal.StatusCode >= FirstPermanentCode)
        {
            throw new WorkRejectedException("The mail server does not accept the receiver.");
        }
    }

    internal MimeMessage ToMail(OutgoingMessage message)
    {
        var sender = MailboxAddress.Parse(options.From);
        var body = new BodyBuilder { TextBody = message.TextBody };
        foreach (var file in message.Files) body.Attachments.Add(file.FileName, file.Content, ContentType.Parse(file.ContentType));
        var mail = new MimeMessage { Subject = message.Subject ?? "", Body = body.ToMessageBody(), MessageId = $"{message.Id:N}@{sender.Domain}" };
        mail.From.Add(sender);
        mail.To.Add(MailboxAddress.Parse(message.Recipient));
        if (message.ReplyTo is { } answer) mail.ReplyTo.Add(MailboxAddress.Parse(answer));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private SecureSocketOptions Security => options.Security switch
    {
        MailSecurity.SslOnConnect => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
